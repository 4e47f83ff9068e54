import { type Database } from '@eyeline/database';
import { type ObjectStorage, readKey } from '@eyeline/storage';

import { isLeftover } from './find-leftovers.js';

/** Analyses whose rows are asked for at once. */
const BATCH = 500;

/**
 * Walks through all objects and deletes those of no use that were written before then: newer ones may belong to a row
 * that is about to be written.
 *
 * @returns how many were deleted
 */
export async function sweepLeftovers(
  database: Pick<Database, 'upkeep'>,
  storage: ObjectStorage,
  before: Date,
  signal: AbortSignal,
): Promise<number> {
  let deleted = 0;
  let batch = new Map<string, string[]>();
  const finish = async (): Promise<void> => {
    const owners = await database.upkeep.findOwners([...batch.keys()]);
    for (const key of [...batch.values()].flat()) {
      signal.throwIfAborted();
      if (!isLeftover(key, owners)) continue;
      await storage.delete(key);
      deleted++;
    }
    batch = new Map();
  };
  for await (const { key, modifiedAt } of storage.list('analyses/')) {
    signal.throwIfAborted();
    const owner = readKey(key);
    if (owner === null || modifiedAt >= before) continue;
    batch.set(owner.analysisId, [...(batch.get(owner.analysisId) ?? []), key]);
    if (batch.size >= BATCH) await finish();
  }
  await finish();
  return deleted;
}
