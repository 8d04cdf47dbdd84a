// Lints for the window: types, Svelte, and two laws of the house: tiers import
// downward only, and no user-visible string stands outside the catalogue.
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import noLiteralText from "./lint/no-literal-text.js";
import svelteConfig from "./svelte.config.js";

/** Refuses imports by pattern; every other way into a tier is a relative path, refused too. */
const refuse = (...groups) => ({
  "no-restricted-imports": [
    "error",
    {
      patterns: [
        { regex: "^\\.\\.?/", message: "Name the tier: $lib, $shared, $features, $screens." },
        ...groups,
      ],
    },
  ],
});
const tauri = { group: ["@tauri-apps/*"], message: "Only src/lib/host talks to the shell." };
const above = (...tiers) => ({
  group: tiers.map((tier) => `$${tier}/*`),
  message: "Tiers import downward only.",
});

export default ts.config(
  { ignores: ["dist", "src/lib/gen", "src/lib/paraglide", "public"] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig },
    },
    plugins: { cairn: { rules: { "no-literal-text": noLiteralText } } },
    rules: {
      "cairn/no-literal-text": "error",
      // Every link is a hash of our own router, not a path of SvelteKit.
      "svelte/no-navigation-without-resolve": "off",
    },
  },
  { files: ["src/lib/**"], rules: refuse(tauri, above("shared", "features", "screens")) },
  { files: ["src/lib/host/**"], rules: refuse(above("shared", "features", "screens")) },
  { files: ["src/shared/**"], rules: refuse(tauri, above("features", "screens")) },
  { files: ["src/features/**"], rules: refuse(tauri, above("screens")) },
  { files: ["src/screens/**"], rules: refuse(tauri) },
);
