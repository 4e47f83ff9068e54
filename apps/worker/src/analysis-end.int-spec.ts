import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { analysisOptionsSchema, AppError, type Report } from '@eyeline/contracts';
import { applyMigrations, createDatabase, newAnalysisId, type Database } from '@eyeline/database';
import { createStorage, objectKeys, type ObjectStorage } from '@eyeline/storage';
import { createTestDatabase, type TestDatabase } from '@eyeline/testing';

import { AnalysisEnd } from './analysis-end.js';

const LATER = new Date(Date.now() + 3600_000);

/** Real: PostgreSQL, a storage folder. What a crash in between leaves is made by hand. */
describe('AnalysisEnd', () => {
  let testDatabase: TestDatabase;
  let folder: string;
  let database: Database;
  let storage: ObjectStorage;
  let end: AnalysisEnd;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'eyeline-end-'));
    await applyMigrations(testDatabase.url);
    database = createDatabase(testDatabase.url);
    storage = createStorage({ kind: 'folder', root: folder });
    end = new AnalysisEnd(database, storage, 30);
  });

  afterAll(async () => {
    await database.close();
    await testDatabase.drop();
    await rm(folder, { recursive: true, force: true });
  });

  /** An analysis in the middle of its work, with every object that it can have. */
  const createRunning = async (retainVideoHours = 24) => {
    const analysisId = newAnalysisId();
    const id = { analysisId, attempt: 1 };
    await database.analyses.create({
      id: analysisId,
      projectId: 'default',
      tag: null,
      metadata: {},
      options: analysisOptionsSchema.parse({ retain_video_hours: retainVideoHours }),
      videoKey: objectKeys.video(analysisId),
      videoBytes: 1,
      videoSha256: '0',
    });
    await database.attempts.start({ analysisId: analysisId, attempt: 1 });
    for (const key of [
      objectKeys.video(analysisId),
      objectKeys.plan(analysisId, 1),
      objectKeys.sampleTimes(analysisId, 1),
      objectKeys.observations(analysisId, 1, 0),
      objectKeys.outcome(analysisId, 1, 0),
      objectKeys.frames(analysisId, 1),
    ]) {
      await storage.put(key, Buffer.from('x'));
    }
    return id;
  };

  const listObjects = async (analysisId: string): Promise<string[]> => {
    const prefix = objectKeys.all(analysisId);
    const keys: string[] = [];
    for await (const { key } of storage.list(prefix)) keys.push(key.slice(prefix.length));
    return keys.sort();
  };

  const complete = (analysisId: string) =>
    database.attempts.complete(
      { analysisId: analysisId, attempt: 1 },
      { analysis_id: analysisId } as Report,
      LATER,
    );

  it('takes nothing from an analysis that is at work', async () => {
    const id = await createRunning();
    await end.removeLeftovers(id);
    expect(await listObjects(id.analysisId)).toHaveLength(6);
  });

  it('keeps results and video of a completed one, and may be repeated', async () => {
    const id = await createRunning();
    await complete(id.analysisId);
    await end.removeLeftovers(id);
    await end.removeLeftovers(id);
    expect(await listObjects(id.analysisId)).toEqual(['1/frames.ndjson', 'video']);
  });

  it('takes the video of a completed one that nobody wanted to keep', async () => {
    const id = await createRunning(0);
    await complete(id.analysisId);
    await end.removeLeftovers(id);
    expect(await listObjects(id.analysisId)).toEqual(['1/frames.ndjson']);
  });

  it('fails an analysis once, and keeps its video for its time', async () => {
    const id = await createRunning();
    await end.fail(id, new AppError('corrupt_video', { detail: 'Broken.' }));
    await end.fail(id, new AppError('internal'));
    const row = await database.analyses.findById(id.analysisId);
    expect(row).toMatchObject({ status: 'failed', error: { code: 'corrupt_video', detail: 'Broken.' } });
    expect(await listObjects(id.analysisId)).toEqual(['video']);
  });

  it('does not fail what has completed', async () => {
    const id = await createRunning();
    await complete(id.analysisId);
    await end.fail(id, new AppError('internal'));
    expect(await database.analyses.findById(id.analysisId)).toMatchObject({
      status: 'completed',
      error: null,
    });
    expect(await listObjects(id.analysisId)).toEqual(['1/frames.ndjson', 'video']);
  });

  it('takes what an earlier attempt left, and nothing of the present one', async () => {
    const { analysisId } = await createRunning();
    await storage.put(objectKeys.plan(analysisId, 7), Buffer.from('x'));
    await end.removeLeftovers({ analysisId, attempt: 7 });
    expect(await listObjects(analysisId)).toHaveLength(6);
  });

  it('takes everything of an analysis that is gone', async () => {
    const id = await createRunning();
    await database.analyses.remove(id.analysisId);
    await end.removeLeftovers(id);
    expect(await listObjects(id.analysisId)).toEqual([]);
  });
});
