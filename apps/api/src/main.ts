import 'reflect-metadata';
import { ConfigError, loadConfig } from '@eyeline/config';

import { refuseToListen } from './common/http/loopback.js';
import { createLogger } from './create-logger.js';
import { runApi } from './run-api.js';

/** Mistakes of whoever set the process up: said in plain words on stderr, without a trace. */
function loadSettings(): ReturnType<typeof loadConfig> {
  try {
    const config = loadConfig();
    const refusal = refuseToListen(config.host);
    if (refusal !== null) throw new ConfigError([refusal]);
    return config;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

const config = loadSettings();
const logger = createLogger(config.logLevel);

try {
  await runApi(config, logger);
  process.exit(0);
} catch (error) {
  logger.fatal({ err: error }, 'the API could not start or stop in order');
  process.exit(1);
}
