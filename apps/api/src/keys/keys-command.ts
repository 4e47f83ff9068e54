import { applyMigrations, createDatabase, type Database, type NewApiKey } from '@eyeline/database';
import { type Logger } from 'pino';

import { createAuditLog, logKeyEvent } from './audit-log.js';
import { explainFailure } from './explain-failure.js';
import { type KeysRequest, parseKeysArguments, USAGE, UsageError } from './keys-arguments.js';
import { presentKey, renderKeys } from './render-keys.js';

export interface KeysTerminal {
  /** Standard output: what was asked for. */
  readonly print: (text: string) => void;
  /** Standard error. */
  readonly say: (text: string) => void;
  readonly audit: Logger;
}

const processTerminal = (): KeysTerminal => ({
  print: (text) => process.stdout.write(`${text}\n`),
  say: (text) => process.stderr.write(`${text}\n`),
  audit: createAuditLog(),
});

const json = (value: unknown): string => JSON.stringify(value, null, 2);

/**
 * `npm run keys`: makes, lists and revokes API keys.
 *
 * @param findDatabaseUrl asked once the command line is understood; what it throws is thrown on
 * @returns the exit code: 0, 1 when it could not be done, 2 when the command line is wrong
 */
export async function runKeysCommand(
  args: readonly string[],
  findDatabaseUrl: () => string | Promise<string>,
  terminal: KeysTerminal = processTerminal(),
): Promise<number> {
  let request: KeysRequest;
  try {
    request = parseKeysArguments(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.say(`${error.message}\n\n${USAGE}`);
    return 2;
  }
  if (request.command === 'help') {
    terminal.print(USAGE);
    return 0;
  }
  const databaseUrl = await findDatabaseUrl();
  const database = createDatabase(databaseUrl, { maxConnections: 1 });
  try {
    // As every process does at its start: the first key may be made before anything else runs.
    await applyMigrations(databaseUrl);
    return await follow(request, database, terminal);
  } catch (error) {
    terminal.say(explainFailure(error));
    return 1;
  } finally {
    await database.close();
  }
}

function follow(
  request: Exclude<KeysRequest, { command: 'help' }>,
  database: Database,
  terminal: KeysTerminal,
): Promise<number> {
  switch (request.command) {
    case 'create':
      return create(request.key, request.json, database, terminal);
    case 'list':
      return list(request.json, database, terminal);
    case 'revoke':
      return revoke(request.name, request.json, database, terminal);
  }
}

async function create(
  wanted: NewApiKey,
  asJson: boolean,
  { keys }: Database,
  { print, say, audit }: KeysTerminal,
): Promise<number> {
  const isFirst = !(await keys.any());
  const { key, row } = await keys.create(wanted);
  logKeyEvent(audit, 'key_created', row);
  print(asJson ? json({ key, ...presentKey(row) }) : key);
  say(
    `Key ${row.id} of the project ${row.projectId}: ${row.scopes.join(', ')}.\n` +
      'It is shown this once and kept nowhere. Send it as: Authorization: Bearer ey_...',
  );
  if (isFirst) say('It is the first one: within 5 s every request needs a key, from this machine too.');
  return 0;
}

async function list(asJson: boolean, { keys }: Database, { print }: KeysTerminal): Promise<number> {
  const rows = await keys.list();
  if (asJson) print(json(rows.map(presentKey)));
  else print(rows.length === 0 ? 'There are no keys: only this machine gets in.' : renderKeys(rows));
  return 0;
}

async function revoke(
  name: string,
  asJson: boolean,
  { keys }: Database,
  { print, say, audit }: KeysTerminal,
): Promise<number> {
  const revoked = await keys.revoke(name);
  if (revoked.length === 0) {
    say('No key that still works has this id or prefix; `list` shows them all.');
    return 1;
  }
  for (const row of revoked) logKeyEvent(audit, 'key_revoked', row);
  print(asJson ? json(revoked.map(presentKey)) : revoked.map(({ id }) => `Revoked ${id}.`).join('\n'));
  return 0;
}
