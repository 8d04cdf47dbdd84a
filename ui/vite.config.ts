// Builds the window's one page. Mode `browser` takes the host (the only door to the Rust side) that asks the core of
// `cairn-devhost` over HTTP, so that the window runs in any browser; nothing of it reaches dist.
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

/** Puts the core behind the page's own address. CAIRN_CORE is what the core printed; the page's address gets its token. */
function behindThePage(): Plugin {
  const address = process.env.CAIRN_CORE;
  if (!address) throw new Error("CAIRN_CORE is not set: start `cargo xtask dev`.");
  const core = new URL(address);
  const proxy = { "/call/": core.origin };
  return {
    name: "cairn-behind-the-page",
    config: () => ({ server: { proxy }, preview: { proxy } }),
    configureServer(server) {
      server.printUrls = () => {
        for (const url of server.resolvedUrls?.local ?? [])
          server.config.logger.info(`\n  Cairn in a browser: ${url}${core.search}\n`);
      };
    },
  };
}

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
    ...(mode === "browser" ? [behindThePage()] : []),
  ],
  resolve: {
    alias: {
      $host: here(`./src/lib/host/${mode === "browser" ? "browser" : "index"}.ts`),
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
    outDir: mode === "browser" ? "node_modules/.browser-dist" : "dist",
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
