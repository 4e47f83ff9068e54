// `npm run chaos [-- ARGUMENTS]`: see test/chaos/main.ts, which needs real servers and a build.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';
import { runCommand, runMain } from './run-command.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const loader = pathToFileURL(join(root, 'libs/testing/src/typescript-loader.mjs')).href;

await runMain(async () => {
  await bootstrap({ forTests: true });
  await build();
  const program = ['--import', loader, join(root, 'test/chaos/main.ts'), ...process.argv.slice(2)];
  const { code } = await runCommand(process.execPath, program, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return code;
});
