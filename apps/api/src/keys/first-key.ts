import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiKeyRow, type Database } from '@eyeline/database';

import { DEFAULT_PROJECT } from './caller.js';

const RETRY_MS = 100;

/**
 * Makes the first admin key unless one was ever made. Any number of processes may do so at once: one of them makes it.
 *
 * @returns the key, which is kept nowhere; null when there are keys
 * @throws AppError database_unavailable
 */
export async function makeFirstKey(database: Database): Promise<{ key: string; row: ApiKeyRow } | null> {
  const { keys, upkeep } = database;
  let made: { key: string; row: ApiKeyRow } | null = null;
  const makeIfNone = async (): Promise<void> => {
    if (await keys.any()) return;
    made = await keys.create({ name: 'first', projectId: DEFAULT_PROJECT, scopes: ['admin'] });
  };
  while (!(await upkeep.runAlone('first-key', makeIfNone))) await sleep(RETRY_MS);
  return made;
}
