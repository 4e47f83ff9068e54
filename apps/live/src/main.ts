import 'reflect-metadata';

import { ConfigError, declineTelemetry, loadLiveConfig } from '@eyeline/config';
import { pino } from 'pino';

import { runLive } from './run-live.js';

declineTelemetry();
try {
  const config = loadLiveConfig();
  await runLive(config, pino({ level: config.logLevel, base: { app: 'live', pid: process.pid } }));
  process.exit(0);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
