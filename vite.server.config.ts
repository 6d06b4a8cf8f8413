import { defineConfig } from 'vite'

/** The server and its commands, bundled once so that a start reads a few files instead of hundreds; packages stay packages. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    rollupOptions: { input: { cli: 'scripts/cli.ts' } },
  },
})
