// `npm start`. This process becomes the supervisor: one less to be orphaned.
import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';
import { runMain } from './run-command.mjs';

await runMain(async () => {
  await bootstrap();
  const folder = await build();
  const { runStartCommand } = await import(`${folder}/libs/embedded/src/index.js`);
  return runStartCommand(folder);
});
process.exit();
