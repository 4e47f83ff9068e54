// npm run models: see models/main.ts.
import { join } from 'node:path';

import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';
import { runMain } from './run-command.mjs';

await runMain(async () => {
  await bootstrap();
  const folder = await build();
  const { runModels } = await import(join(folder, 'models/main.js'));
  return runModels(process.argv.slice(2));
});
