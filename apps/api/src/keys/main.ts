import { ConfigError, loadConfig } from '@eyeline/config';

import { runKeysCommand } from './keys-command.js';

/** `npm run keys` where there is no npm, as in a container: the database is that of the environment. */
try {
  process.exitCode = await runKeysCommand(process.argv.slice(2), () => loadConfig().databaseUrl);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
