// npm run bench: see bench/main.ts.
import { join } from 'node:path';

import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';
import { runMain } from './run-command.mjs';

await runMain(async () => {
  await bootstrap();
  const folder = await build();
  await import(join(folder, 'bench/main.js'));
});
