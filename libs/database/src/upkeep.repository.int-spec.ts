import { AppError } from '@eyeline/contracts';
import { createTestDatabase } from '@eyeline/testing';

import { input, openTwoPools, type TwoPools } from './analysis.factory.js';
import { type Database } from './create-database.js';

// Real: PostgreSQL. Two pools stand for two processes.

let pools: TwoPools;
let database: Database;
let other: Database;

beforeAll(async () => {
  pools = await openTwoPools(await createTestDatabase());
  ({ database, other } = pools);
});

afterAll(() => pools.close());

const HOUR_MS = 3600 * 1000;
const problem = new AppError('corrupt_video').toProblem(null);
const fromNow = (ms: number): Date => new Date(Date.now() + ms);

async function createFailed(retainVideoHours: number, expiresAt: Date): Promise<string> {
  const { id } = await database.analyses.create(
    input({ options: { ...input().options, retain_video_hours: retainVideoHours } }),
  );
  await database.attempts.fail({ analysisId: id, attempt: 1 }, problem, expiresAt);
  return id;
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

describe('what has passed its time', () => {
  it('names videos from then on, and hands each to one process', async () => {
    const id = await createFailed(2, fromNow(1000 * HOUR_MS));
    expect(idsOf(await database.upkeep.listExpiredVideos(fromNow(1 * HOUR_MS), 100))).not.toContain(id);
    const later = fromNow(2.1 * HOUR_MS);
    expect(idsOf(await database.upkeep.listExpiredVideos(later, 100))).toContain(id);
    const claims = [database.upkeep.claimVideo(id, later), other.upkeep.claimVideo(id, later)];
    expect((await Promise.all(claims)).sort()).toEqual([false, true]);
    expect(idsOf(await database.upkeep.listExpiredVideos(later, 100))).not.toContain(id);
    expect((await database.analyses.findById(id))?.videoDeletedAt).toEqual(later);
  });

  it('keeps the video and the row of an analysis that was started anew meanwhile', async () => {
    const id = await createFailed(0, fromNow(HOUR_MS));
    const later = fromNow(2 * HOUR_MS);
    expect(idsOf(await database.upkeep.listExpired(later, 100))).toContain(id);
    await other.analyses.retry('default', id);
    expect(await database.upkeep.claimVideo(id, later)).toBe(false);
    expect(await database.upkeep.removeExpired(id, later)).toBe(false);
  });

  it('removes rows once', async () => {
    const id = await createFailed(0, fromNow(HOUR_MS));
    expect(await database.upkeep.removeExpired(id, fromNow(0))).toBe(false);
    expect(await database.upkeep.removeExpired(id, fromNow(2 * HOUR_MS))).toBe(true);
    expect(await database.upkeep.removeExpired(id, fromNow(2 * HOUR_MS))).toBe(false);
    expect(await database.upkeep.findOwners([id, 'an_other'])).toEqual(new Map());
  });
});

describe('silent analyses', () => {
  it('are named until somebody has looked after them', async () => {
    const { id } = await database.analyses.create(input());
    const soon = fromNow(1000);
    expect(idsOf(await database.upkeep.listSilent(fromNow(-60_000), 100))).not.toContain(id);
    expect(idsOf(await database.upkeep.listSilent(soon, 100))).toContain(id);
    const before = await database.analyses.findById(id);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await database.upkeep.touch([id]);
    const [row] = (await database.upkeep.listSilent(soon, 100)).slice(-1);
    expect(row).toEqual(before); // nothing that a client sees has moved
    await database.analyses.cancel('default', id, fromNow(HOUR_MS));
    expect(idsOf(await database.upkeep.listSilent(soon, 100))).not.toContain(id);
  });
});

describe('runAlone', () => {
  it('lets one process in at a time, by name', async () => {
    let leave!: () => void;
    const inside = new Promise<void>((resolve) => (leave = resolve));
    let entered!: () => void;
    const isInside = new Promise<void>((resolve) => (entered = resolve));
    const first = database.upkeep.runAlone('sweep', () => {
      entered();
      return inside;
    });
    await isInside;
    const refuse = () => Promise.reject(new Error('must not run'));
    expect(await other.upkeep.runAlone('sweep', refuse)).toBe(false);
    expect(await other.upkeep.runAlone('another', () => Promise.resolve())).toBe(true);
    leave();
    expect(await first).toBe(true);
    await expect(other.upkeep.runAlone('sweep', refuse)).rejects.toThrow('must not run');
    expect(await database.upkeep.runAlone('sweep', () => Promise.resolve())).toBe(true);
  });
});
