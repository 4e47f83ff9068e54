#!/usr/bin/env node
// `npm run eyeline -- ARGUMENTS`, `npx eyeline ARGUMENTS`: the command of clients/typescript, out of this clone.
import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';
import { runMain } from './run-command.mjs';

await runMain(async () => {
  await bootstrap();
  const folder = await build();
  // npm runs scripts in the clone's folder, and tells in INIT_CWD where the user is.
  if (process.env.npm_lifecycle_event === 'eyeline') process.chdir(process.env.INIT_CWD ?? '.');
  await import(`${folder}/clients/typescript/src/cli/main.js`);
  return process.exitCode;
});
