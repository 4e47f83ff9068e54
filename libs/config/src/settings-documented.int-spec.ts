import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

// Real: the documentation.

const root = resolve(__dirname, '../../..');

it('docs/operations.md names every setting', async () => {
  const source = await readFile(join(root, 'libs/config/src/environment.ts'), 'utf8');
  const documented = await readFile(join(root, 'docs/operations.md'), 'utf8');
  const names = [...source.matchAll(/^ +([A-Z][A-Z0-9_]+): /gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(15);
  expect(names.filter((name) => !documented.includes(`\`${name}`))).toEqual([]);
});
