import { type Database, type SessionRow } from '@eyeline/database';
import {
  newSession,
  type SessionState,
  type SessionStates,
  stepSession,
  unpackObservation,
  unpackState,
} from '@eyeline/live';

/** Of a state that was lost so many of the last frames are gone through again: what was before them weighs nothing any more. */
const MOST_REPLAYED = 1000;

/**
 * What a session knows after the frames that its row counts: the last state that was kept, and the frames of the log
 * since then. Null when the row is no longer the newest.
 *
 * @param states null: the state lies in the row
 * @throws AppError database_unavailable
 */
export async function recallState(
  log: Database['sessions'],
  states: SessionStates | null,
  row: SessionRow,
): Promise<SessionState | null> {
  const kept =
    states === null ? row.state && { frames: row.frames, state: row.state } : await states.load(row.id);
  if (kept !== null && kept.frames > row.frames) return null;
  let known = kept && unpackState(kept.state);
  let after = known === null ? 0 : kept!.frames;
  if (row.frames - after > MOST_REPLAYED) {
    after = row.frames - MOST_REPLAYED;
    known = newSession(row.nextFaceId);
  }
  let state = known ?? newSession();
  for await (const { number, tS, body } of log.readLog(row.id, after, row.frames)) {
    const { faces } = unpackObservation(tS, body);
    state = stepSession(state, { tS: row.usesClientTime ? tS : null, faces }, row).state;
    after = number;
  }
  // The frames went with a session that has just ended.
  return after === row.frames ? state : null;
}
