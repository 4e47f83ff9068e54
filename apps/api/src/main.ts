import 'reflect-metadata';
import { type Config, ConfigError, declineTelemetry, loadConfig } from '@eyeline/config';

import { createLogger } from './create-logger.js';
import { runApi } from './run-api.js';

/** Mistakes of whoever set the process up: said in plain words on stderr, without a trace. */
function refuse(error: unknown): never {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

function loadSettings(): Config {
  try {
    return loadConfig();
  } catch (error) {
    return refuse(error);
  }
}

declineTelemetry();
const config = loadSettings();
const logger = createLogger(config.logLevel);

try {
  await runApi(config, logger);
  process.exit(0);
} catch (error) {
  if (error instanceof ConfigError) refuse(error);
  logger.fatal({ err: error }, 'the API could not start or stop in order');
  process.exit(1);
}
