import { type ApiKeyRow } from '@eyeline/database';
import { type Logger, pino } from 'pino';

/**
 * The log of programs that are no service: standard error, so that standard output holds what was asked for. A person
 * at a terminal is told in words instead.
 */
export function createAuditLog(): Logger {
  const level = process.stderr.isTTY ? 'silent' : 'info';
  return pino({ level, base: { app: 'keys' } }, pino.destination({ dest: 2, sync: true }));
}

/** A line for each change of keys: ids and rights, neither the key nor its name, which may be a person's. */
export function logKeyEvent(
  log: Logger,
  event: 'key_created' | 'key_revoked',
  { id, projectId, scopes }: ApiKeyRow,
): void {
  log.info({ event, keyId: id, projectId, scopes }, event.replace('_', ' '));
}
