// The end-to-end tests: the real program, a real browser. They live in tests/e2e and use this
// folder's packages.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const second = 1000;

export default defineConfig({
  root: here("../tests/e2e"),
  cacheDir: here("node_modules/.vite-e2e"),
  resolve: {
    alias: {
      vitest: here("node_modules/vitest/dist/index.js"),
      "playwright-core": here("node_modules/playwright-core/index.mjs"),
      "axe-core": here("node_modules/axe-core/axe.js"),
    },
  },
  test: {
    // COMMONWEAL_PICTURES names the folder where `npm run pictures` puts the pictures of the docs.
    include: process.env.COMMONWEAL_PICTURES ? ["pictures.ts"] : ["*.test.ts"],
    globalSetup: here("../tests/e2e/setup/sample.ts"),
    fileParallelism: false,
    testTimeout: 60 * second,
    hookTimeout: 120 * second,
  },
});
