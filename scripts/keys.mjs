// `npm run keys`: makes, lists and revokes API keys.
import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';
import { SetupError, runMain } from './run-command.mjs';

await runMain(async () => {
  await bootstrap();
  const folder = await build();
  const { StackError, findDatabaseUrl } = await import(`${folder}/libs/embedded/src/index.js`);
  const { runKeysCommand } = await import(`${folder}/apps/api/src/keys/keys-command.js`);
  const database = async () => {
    try {
      return await findDatabaseUrl(process.env, process.cwd());
    } catch (error) {
      throw error instanceof StackError ? new SetupError(error.message) : error;
    }
  };
  return runKeysCommand(process.argv.slice(2), database);
});
process.exit();
