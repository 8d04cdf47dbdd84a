// The request for all templates, the program's and the user's own.
export const allTemplates = { page: { limit: 10_000 } };
