import { isFinalStatus } from '@eyeline/contracts';
import { type OwnerRow } from '@eyeline/database';
import { isResult, objectKeys, readKey } from '@eyeline/storage';

/**
 * Whether an object is of no use to anybody any more, so that it may go although nobody ordered it: the row that it
 * belongs to is gone, has ended without it, or is at a later attempt. Work removes its own leftovers; this is for what
 * a process left that died, or that wrote after its time.
 *
 * @param owners rows of all analyses that the keys of a batch name, as far as they exist
 */
export function isLeftover(key: string, owners: ReadonlyMap<string, OwnerRow>): boolean {
  const parts = readKey(key);
  if (parts === null) return false; // not ours
  const owner = owners.get(parts.analysisId);
  if (owner === undefined) return true;
  // Beside the video lies what was noted of it while it arrived in pieces.
  if (parts.attempt === null) return owner.videoDeletedAt !== null || key !== objectKeys.video(owner.id);
  if (parts.attempt !== owner.attempt) return parts.attempt < owner.attempt;
  if (!isFinalStatus(owner.status)) return false;
  return owner.status !== 'completed' || !isResult(key);
}
