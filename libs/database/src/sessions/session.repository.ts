import { type SessionReport } from '@eyeline/contracts';

import { onDatabase } from '../database-errors.js';
import { type PrismaClient } from '../generated/client.js';
import { toJson } from '../json-column.js';
import {
  type FrameRow,
  type NewFrame,
  type NewSession,
  newSessionId,
  openName,
  type SessionName,
  type SessionRow,
  toSessionRow,
} from './session-row.js';
import { named, notEndingSince } from './session-where.js';

/** Deleting some hundred thousand frames takes its time. */
const FINISH_MS = 120_000;

/** Frames read at once. */
const PAGE = 500;

/** It may be large, and is rarely wanted. */
const WITHOUT_REPORT = { report: true } as const;

/** Live sessions and the log of their frames. Every method throws `database_unavailable` when there is no answer. */
export class SessionRepository {
  constructor(private readonly client: PrismaClient) {}

  /**
   * The session that takes frames, or is being ended.
   *
   * @param idleBefore one that got its last frame before is over: it is forgotten, with its frames
   */
  async findOpen(of: SessionName, idleBefore: Date): Promise<SessionRow | null> {
    const where = { openAs: openName(of) };
    const record = await onDatabase(() =>
      this.client.liveSession.findUnique({ where, omit: WITHOUT_REPORT }),
    );
    if (record === null || (record.endingAt ?? record.lastFrameAt) >= idleBefore) {
      return record && toSessionRow(record);
    }
    const { id, lastFrameAt, endingAt } = record;
    await onDatabase(() =>
      this.client.liveSession.deleteMany({ where: { id, ...where, lastFrameAt, endingAt } }),
    );
    return null;
  }

  /** The last of the name that has ended and whose report is still there. */
  async findEnded(of: SessionName): Promise<SessionRow | null> {
    const record = await onDatabase(() =>
      this.client.liveSession.findFirst({
        where: { ...named(of), endedAt: { not: null }, expiresAt: { gt: new Date() } },
        orderBy: [{ endedAt: 'desc' }, { id: 'desc' }],
        omit: WITHOUT_REPORT,
      }),
    );
    return record && toSessionRow(record);
  }

  /** The session as it is now, whatever became of it. */
  async findById(id: string): Promise<SessionRow | null> {
    const record = await onDatabase(() =>
      this.client.liveSession.findUnique({ where: { id }, omit: WITHOUT_REPORT }),
    );
    return record && toSessionRow(record);
  }

  /** Makes one, unless another process has just done so. */
  async open(of: SessionName, session: NewSession): Promise<void> {
    const { engine, ...facts } = session;
    await onDatabase(() =>
      this.client.liveSession.createMany({
        data: {
          ...{ ...facts, id: newSessionId(), lastFrameAt: session.startedAt, openAs: openName(of) },
          ...{ ...named(of), engine: toJson(engine) },
        },
        skipDuplicates: true,
      }),
    );
  }

  /**
   * Adds a frame to the log. False, and nothing is written: the session has another number of frames by now, or takes
   * none any more.
   */
  async append(id: string, frame: NewFrame): Promise<boolean> {
    const { number, tS, body, hasFace, at, nextFaceId, state } = frame;
    const count = await onDatabase(
      () => this.client.$executeRaw`
        WITH moved AS (
          UPDATE live_sessions
             SET frames = ${number}, frames_with_face = frames_with_face + ${Number(hasFace)}::int,
                 last_frame_at = ${at}, next_face_id = ${nextFaceId}, state = ${state}
           WHERE id = ${id} AND frames = ${number}::int - 1 AND ending_at IS NULL
       RETURNING id)
        INSERT INTO live_frames (session_id, number, t_s, body)
        SELECT id, ${number}, ${tS}, ${body} FROM moved`,
    );
    return count === 1;
  }

  /** The frames after one number and up to another, in the order of the log. */
  async *readLog(id: string, after: number, upTo: number): AsyncGenerator<FrameRow> {
    for (let last = after; last < upTo;) {
      const number = { gt: last, lte: upTo };
      const rows = await onDatabase(() =>
        this.client.liveFrame.findMany({
          where: { sessionId: id, number },
          orderBy: { number: 'asc' },
          take: PAGE,
        }),
      );
      if (rows.length === 0) return;
      yield* rows;
      last = rows[rows.length - 1].number;
    }
  }

  /** All frames in order of time, a page in memory at once. */
  async *readFrames(id: string): AsyncGenerator<FrameRow> {
    // No time is below 0.
    let [lastS, last] = [-1, 0];
    for (;;) {
      const rows = await onDatabase(
        () => this.client.$queryRaw<FrameRow[]>`
          SELECT number, t_s AS "tS", body FROM live_frames
           WHERE session_id = ${id} AND (t_s, number) > (${lastS}::float8, ${last}::int)
           ORDER BY t_s, number LIMIT ${PAGE}`,
      );
      yield* rows;
      if (rows.length < PAGE) return;
      ({ tS: lastS, number: last } = rows[rows.length - 1]);
    }
  }

  /** The first and the last time of a frame; zeros without one. */
  async findRange(id: string): Promise<{ readonly startS: number; readonly endS: number }> {
    const { _min: first, _max: last } = await onDatabase(() =>
      this.client.liveFrame.aggregate({ where: { sessionId: id }, _min: { tS: true }, _max: { tS: true } }),
    );
    return { startS: first.tS ?? 0, endS: last.tS ?? 0 };
  }

  /** From now on it takes no frame. The first call decides when that was. */
  async beginEnd(id: string, at: Date): Promise<void> {
    const where = { id, endingAt: null };
    await onDatabase(() => this.client.liveSession.updateMany({ where, data: { endingAt: at } }));
  }

  /** Writes the report and lets the frames go; false when there is a report already, or the session is gone. */
  async finish(id: string, report: SessionReport, expiresAt: Date): Promise<boolean> {
    return onDatabase(() =>
      this.client.$transaction(
        async (transaction) => {
          const { count } = await transaction.liveSession.updateMany({
            where: { id, endedAt: null, endingAt: { not: null } },
            data: {
              ...{ report: toJson(report), expiresAt, endedAt: new Date(report.ended_at) },
              ...{ openAs: null, state: null },
            },
          });
          if (count === 1) await transaction.liveFrame.deleteMany({ where: { sessionId: id } });
          return count === 1;
        },
        { timeout: FINISH_MS },
      ),
    );
  }

  /** The report of one session; null before it has ended, and when it is gone. */
  async findReport(id: string): Promise<SessionReport | null> {
    const record = await onDatabase(() =>
      this.client.liveSession.findUnique({ where: { id }, select: { report: true } }),
    );
    return (record?.report ?? null) as SessionReport | null;
  }

  /** Forgets all sessions of the name, and says which those were. */
  async remove(of: SessionName): Promise<string[]> {
    const where = named(of);
    const ids = await onDatabase(() => this.client.liveSession.findMany({ where, select: { id: true } }));
    const known = ids.map(({ id }) => id);
    await onDatabase(() => this.client.liveSession.deleteMany({ where: { id: { in: known } } }));
    return known;
  }

  /** Forgets what got no frame since `idleBefore` without an end, and reports that have passed their time. */
  async removeExpired(now: Date, idleBefore: Date): Promise<number> {
    const where = {
      OR: [
        { openAs: { not: null }, lastFrameAt: { lt: idleBefore }, ...notEndingSince(idleBefore) },
        { expiresAt: { lte: now } },
      ],
    };
    return (await onDatabase(() => this.client.liveSession.deleteMany({ where }))).count;
  }
}
