import { resolve } from 'node:path';

import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** The API that calls go to while the dashboard is worked on. */
const target = process.env.EYELINE_URL ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root,
  resolve: {
    alias: { '@eyeline/client/browser': resolve(root, '../../clients/typescript/src/browser.ts') },
  },
  build: {
    outDir: resolve(root, '../../dist/apps/web'),
    emptyOutDir: true,
    target: 'es2022',
    // Which file is loaded when, for who wants to know how much a page needs.
    manifest: true,
    // A file of its own for each asset: the policy allows `data:` for pictures alone.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // Packages that also run on servers mark what is for browsers; everything here is.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/v1', '/docs', '/openapi.json', '/metrics'].map((path) => [path, { target, ws: path === '/v1' }]),
    ),
  },
});
