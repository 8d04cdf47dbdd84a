// Which templates are asked for: all, the program's and one's own.
export const allTemplates = { page: { limit: 10_000 } };
