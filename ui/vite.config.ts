// Builds the window's one page. Mode `fake` swaps the host (the only door to
// the Rust side) for the in-memory one in test/fake, so the screens run in any
// browser; nothing of it reaches dist.
import { fileURLToPath } from "node:url";
import { paraglideVitePlugin } from "@inlang/paraglide-js";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Every message isolates what it takes in: a name written right to left turns nothing around it about. */
const isolates: Plugin = {
  name: "cairn-isolates",
  transform(code, id) {
    if (!id.includes("/src/lib/paraglide/messages/")) return null;
    const filled = code.replace(/\$\{(i\?\.\w+)\}/g, "${isolated($1)}");
    if (filled === code) return null;
    return { code: `import { isolated } from "$lib/i18n/isolate";\n${filled}`, map: null };
  },
};

export default defineConfig(({ mode }) => ({
  plugins: [
    // Tests run on the catalogue that `npm run i18n` compiled: the plugin would watch for ever.
    ...(mode === "test"
      ? []
      : [
          paraglideVitePlugin({
            project: here("./project.inlang"),
            outdir: here("./src/lib/paraglide"),
            strategy: ["baseLocale"],
          }),
        ]),
    isolates,
    svelte(),
  ],
  resolve: {
    alias: {
      $host: mode === "fake" ? here("./test/fake/host.ts") : here("./src/lib/host/index.ts"),
      $lib: here("./src/lib"),
      $shared: here("./src/shared"),
      $features: here("./src/features"),
      $screens: here("./src/screens"),
    },
    // Vitest would otherwise pick Svelte's server build.
    ...(mode === "test" ? { conditions: ["browser"] } : {}),
  },
  build: {
    target: ["es2023", "safari18"],
    outDir: mode === "fake" ? "node_modules/.fake-dist" : "dist",
    emptyOutDir: true,
    // The page's policy allows fonts and scripts from itself only: nothing inline.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.ts", "lint/*.test.ts"],
  },
}));
