// `npm run demo`: reads the command line before anything is installed or started.
import { bootstrap, checkNode } from './bootstrap.mjs';
import { build } from './build.mjs';
import { USAGE, UsageError, parseDemoArguments } from './demo-arguments.mjs';
import { runMain, say } from './run-command.mjs';

function readArguments() {
  // npm runs scripts in the clone's folder, and tells in INIT_CWD where the user is.
  const folders = [process.env.INIT_CWD, process.cwd()].filter((folder) => folder !== undefined);
  try {
    return parseDemoArguments(process.argv.slice(2), folders);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    say(error.message);
    process.exit(2);
  }
}

await runMain(async () => {
  checkNode();
  const request = readArguments();
  if (request.help) {
    console.log(USAGE);
    return 0;
  }
  await bootstrap();
  const folder = await build();
  const { runDemoCommand } = await import(`${folder}/libs/embedded/src/index.js`);
  return runDemoCommand(folder, request);
});
process.exit();
