import { defineConfig } from "vitest/config";

// ES modules do not load from file://, so the report takes one classic script.
export default defineConfig({
  build: {
    lib: {
      entry: "report/main.ts",
      formats: ["iife"],
      name: "chorsuReport",
      fileName: () => "report.js",
    },
    target: "es2022",
    emptyOutDir: true,
    reportCompressedSize: false,
  },
  test: { include: ["test/**/*.test.ts"] },
});
