// npm run train:landmarks, npm run train:head: see trainers/main.ts.
import { join } from 'node:path';

import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';
import { runMain } from './run-command.mjs';

await runMain(async () => {
  await bootstrap();
  const folder = await build();
  const { runTraining } = await import(join(folder, 'trainers/main.js'));
  return runTraining(process.argv.slice(2));
});
