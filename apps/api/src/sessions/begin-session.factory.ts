import { type Engine, type FrameObservation, type SessionReport } from '@eyeline/contracts';
import { type Database, type SessionName, type SessionRow } from '@eyeline/database';
import { packObservation } from '@eyeline/live';

const ENGINE: Engine = { models: [], executionProvider: 'cpu' };

/** Nobody to be seen. */
export const emptyFrame = (tS: number): FrameObservation => ({
  ...{ tS, outcome: 'analyzed', facesDropped: 0, faces: [] },
});

/** A session as frames leave it. */
export async function beginSession(
  { sessions }: Database,
  of: SessionName,
  frames: readonly FrameObservation[] = [emptyFrame(0)],
): Promise<SessionRow> {
  const picture = { width: 640, height: 360 };
  const firstS = frames[0]?.tS ?? 0;
  await sessions.open(of, {
    startedAt: new Date(),
    ...picture,
    usesClientTime: true,
    firstS,
    engine: ENGINE,
  });
  const row = (await sessions.findOpen(of, new Date(0)))!;
  for (const [i, frame] of frames.entries()) {
    await sessions.append(row.id, {
      ...{ number: i + 1, tS: frame.tS, body: packObservation(frame), hasFace: frame.faces.length > 0 },
      ...{ at: new Date(), nextFaceId: 1, state: null },
    });
  }
  return (await sessions.findById(row.id))!;
}

/** A session that has ended with a report. */
export async function endSession(database: Database, of: SessionName, report: SessionReport): Promise<void> {
  const { id } = await beginSession(database, of);
  await database.sessions.beginEnd(id, new Date());
  await database.sessions.finish(id, { ...report, session_id: of.name }, new Date(Date.now() + 1e9));
}
