import { AppError, EMOTIONS } from '@eyeline/contracts';
import { createTestDatabase } from '@eyeline/testing';

import { input, openTwoPools, report, type TwoPools, video } from './analysis.factory.js';
import { type Database } from './create-database.js';

// Real: PostgreSQL. Two pools stand for two processes.

jest.setTimeout(30_000);

let pools: TwoPools;
let database: Database;
let other: Database;

beforeAll(async () => {
  pools = await openTwoPools(await createTestDatabase());
  ({ database, other } = pools);
});

afterAll(() => pools.close());

const problem = new AppError('corrupt_video', { detail: 'It ends after the header.' }).toProblem(null);
const nextMonth = new Date('2026-12-21T00:00:00.000Z');

describe('the life of an analysis', () => {
  it('goes from queued to completed, with one report whose fields keep their order', async () => {
    const { analyses, attempts } = database;
    const { id } = await analyses.create(input());
    expect(await attempts.start({ analysisId: id, attempt: 1 })).toBe(true);
    const { startedAt } = (await analyses.findById(id))!;
    expect(await analyses.findById(id)).toMatchObject({ status: 'processing', stage: 'preparing' });
    expect(
      await attempts.setPrepared({ analysisId: id, attempt: 1 }, { video, segments: 1, framesExpected: 99 }),
    ).toBe(true);
    expect(
      await attempts.advance({ analysisId: id, attempt: 1 }, { stage: 'analyzing', progress: 0.1 }),
    ).toBe(true);
    expect(await attempts.start({ analysisId: id, attempt: 1 })).toBe(true); // taken up again after a crash
    expect(await analyses.findById(id)).toMatchObject({
      stage: 'analyzing',
      startedAt,
      video,
      progress: 0.1,
    });
    expect(await attempts.complete({ analysisId: id, attempt: 1 }, report(id), nextMonth)).toBe(true);
    expect(await analyses.findById(id)).toMatchObject({
      status: 'completed',
      stage: 'completed',
      progress: 1,
      expiresAt: nextMonth,
      completedAt: expect.any(Date),
    });
    const stored = await analyses.findReport('default', id);
    expect(JSON.stringify(stored)).toBe(JSON.stringify(report(id)));
    expect(Object.keys(stored!.average_emotion_scores)).toEqual(EMOTIONS);
  });

  it('is closed to every writer after its end, and to a writer of another attempt before', async () => {
    const { analyses, attempts } = database;
    const { id } = await analyses.create(input());
    const writers = (attempt: number) => [
      attempts.start({ analysisId: id, attempt }),
      attempts.setPrepared({ analysisId: id, attempt }, { video, segments: 1, framesExpected: 99 }),
      attempts.advance({ analysisId: id, attempt }, { progress: 0.9 }),
      attempts.complete({ analysisId: id, attempt }, report(id), nextMonth),
      attempts.fail({ analysisId: id, attempt }, problem, nextMonth),
    ];
    expect(await Promise.all(writers(2))).toEqual([false, false, false, false, false]);
    expect(await attempts.fail({ analysisId: id, attempt: 1 }, problem, nextMonth)).toBe(true);
    const failed = await analyses.findById(id);
    expect(failed).toMatchObject({
      status: 'failed',
      stage: 'failed',
      error: problem,
      completedAt: expect.any(Date),
    });
    expect(await Promise.all(writers(1))).toEqual([false, false, false, false, false]);
    expect(await analyses.findById(id)).toEqual(failed);
    expect(await analyses.findReport('default', id)).toBeNull();
    expect(await attempts.start({ analysisId: 'an_unknown', attempt: 1 })).toBe(false);
  });

  it('is completed by exactly one of two that finish at once', async () => {
    for (let round = 0; round < 10; round++) {
      const { id } = await database.analyses.create(input());
      const outcomes = await Promise.all([
        database.attempts.complete({ analysisId: id, attempt: 1 }, report(id, 'first'), nextMonth),
        other.attempts.complete({ analysisId: id, attempt: 1 }, report(id, 'second'), nextMonth),
      ]);
      expect([...outcomes].sort()).toEqual([false, true]);
      const stored = await database.analyses.findReport('default', id);
      expect(stored?.engine.version).toBe(outcomes[0] ? 'first' : 'second');
    }
  });

  it('never goes back in progress or stage, in whatever order the writers come', async () => {
    const { analyses, attempts } = database;
    const { id } = await analyses.create(input());
    await attempts.start({ analysisId: id, attempt: 1 });
    const seen: number[] = [];
    const watch = (async () => {
      for (let i = 0; i < 40; i++) seen.push((await other.analyses.findById(id))!.progress);
    })();
    const shuffled = Array.from({ length: 60 }, (_, i) => ((i * 37) % 60) / 60);
    await Promise.all(
      shuffled.map((progress, i) =>
        [database, other][i % 2].attempts.advance(
          { analysisId: id, attempt: 1 },
          {
            progress,
            stage: progress > 0.9 ? 'assembling' : 'analyzing',
          },
        ),
      ),
    );
    await watch;
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(await analyses.findById(id)).toMatchObject({ progress: 59 / 60, stage: 'assembling' });
    await attempts.advance({ analysisId: id, attempt: 1 }, { progress: 7 });
    await attempts.advance({ analysisId: id, attempt: 1 }, { stage: 'preparing' });
    await attempts.advance({ analysisId: id, attempt: 1 }, {});
    expect(await analyses.findById(id)).toMatchObject({ progress: 1, stage: 'assembling' });
  });

  it('is removed with its report', async () => {
    const { id } = await database.analyses.create(input());
    await database.attempts.complete({ analysisId: id, attempt: 1 }, report(id), nextMonth);
    expect(await database.analyses.remove(id)).toBe(true);
    expect(await database.analyses.remove(id)).toBe(false);
    expect(await database.analyses.findReport('default', id)).toBeNull();
  });

  it('adds up what the segments have seen, whatever comes late or twice', async () => {
    const { analyses, attempts } = database;
    const { id } = await analyses.create(input());
    const attempt = { analysisId: id, attempt: 1 };
    await attempts.start(attempt);
    await attempts.setPrepared(attempt, { video, segments: 3, framesExpected: 30 });
    const progressAfter = async (segment: number, done: number) => {
      expect(await attempts.advanceSegment(attempt, { segment, done, from: 0.1, to: 0.7 })).toBe(true);
      return (await analyses.findById(id))!.progress;
    };
    expect(await progressAfter(2, 5)).toBeCloseTo(0.2);
    expect(await progressAfter(0, 10)).toBeCloseTo(0.4);
    expect(await progressAfter(2, 3)).toBeCloseTo(0.4);
    await attempts.setPrepared(attempt, { video, segments: 3, framesExpected: 30 }); // prepared once more
    expect(await progressAfter(1, 10)).toBeCloseTo(0.6);
    expect(await progressAfter(2, 40)).toBeCloseTo(0.7);
    expect(await analyses.findById(id)).toMatchObject({ stage: 'analyzing', segments: 3 });
    expect(await attempts.isOpen(attempt)).toBe(true);
    expect(await attempts.isOpen({ analysisId: id, attempt: 2 })).toBe(false);
  });
});
