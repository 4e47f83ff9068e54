import { type Session } from '@eyeline/contracts';
import { type SessionRow } from '@eyeline/database';

/** A session as clients see it. */
export function presentSession(row: SessionRow, { idleS }: { idleS: number }, apiUrl: string): Session {
  const self = `${apiUrl}/v1/sessions/${encodeURIComponent(row.name)}`;
  const isOpen = row.endingAt === null ? 'open' : 'ending';
  const idleAt = new Date((row.endingAt ?? row.lastFrameAt).getTime() + idleS * 1000);
  return {
    object: 'session',
    session_id: row.name,
    status: row.endedAt === null ? isOpen : 'ended',
    started_at: row.startedAt.toISOString(),
    last_frame_at: row.lastFrameAt.toISOString(),
    ended_at: row.endedAt?.toISOString() ?? null,
    expires_at: (row.expiresAt ?? idleAt).toISOString(),
    frames: row.frames,
    frames_with_face: row.framesWithFace,
    uses_client_time: row.usesClientTime,
    links: { self, report: `${self}/report` },
  };
}
