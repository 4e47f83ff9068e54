import { keyOf, type SessionName } from './session-row.js';

/** All sessions of a name. */
export const named = (of: SessionName) => ({ projectId: of.projectId, keyId: keyOf(of), name: of.name });

/** Its end was not asked for, or so long ago that nobody is at it any more. */
export const notEndingSince = (idleBefore: Date) => ({
  AND: { OR: [{ endingAt: null }, { endingAt: { lt: idleBefore } }] },
});
