import { ConfigError, loadConfig } from '@eyeline/config';

import { createAuditLog } from './keys/audit-log.js';
import { explainFailure } from './keys/explain-failure.js';
import { setUp } from './keys/set-up.js';

/** A database that starts beside this program is ready by then. */
const WAIT_MS = 60_000;

/** Runs once before the service starts: schema and first key. It may run again, and twice at once. */
try {
  const { databaseUrl } = loadConfig();
  const print = (line: string): boolean => process.stdout.write(`${line}\n`);
  await setUp(databaseUrl, { waitMs: WAIT_MS, print, audit: createAuditLog() });
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : explainFailure(error)}\n`);
  process.exitCode = 1;
}
