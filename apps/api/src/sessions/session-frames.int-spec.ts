import { EMOTIONS, type EmotionValues, type LiveFrameRecord, type Scope } from '@eyeline/contracts';
import { exactEmotions, unpackObservation } from '@eyeline/live';
import {
  type BreakableProxy,
  createTestDatabase,
  describeWithSharedMedia,
  openProxy,
  queryDatabase,
  sharedClip,
  takeStill,
  takeStills,
  type TestDatabase,
  testQueueUrl,
  testRedisUrl,
} from '@eyeline/testing';

import { expectProblem, openTestApi, type TestAnswer, type TestApi } from '../test-api.factory.js';

jest.setTimeout(90_000);

const CLIP = 'average-person.mp4';

const SETTINGS = {
  ...{ LIVE_LANES: '1', EXECUTION_PROVIDER: 'cpu', MAX_SESSION_FRAMES: '30', MAX_DURATION_S: '100' },
  ...{ MAX_LIVE_FRAMES: '64', RATE_LIMIT_LIVE: '0' },
};

const open = (database: TestDatabase, kind: 'postgres' | 'redis', settings = {}): Promise<TestApi> =>
  openTestApi(database.url, { kind, url: testQueueUrl(kind) }, { ...SETTINGS, ...settings });

interface Fields {
  readonly session_id?: string;
  readonly t_s?: number;
}

const send = (api: TestApi, image: Buffer, fields: Fields = {}, key?: string): Promise<TestAnswer> => {
  const query = new URLSearchParams(
    Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return api.request(`/v1/frames?${query.toString()}`, {
    ...{ method: 'POST', body: image },
    headers: {
      'Content-Type': 'image/jpeg',
      ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
    },
  });
};

const recordOf = async (answer: Promise<TestAnswer>): Promise<LiveFrameRecord> => {
  const { status, body } = await answer;
  expect([status, body]).toEqual([200, body]);
  return body as LiveFrameRecord;
};

const listOf = (values: EmotionValues): number[] => EMOTIONS.map((emotion) => values[emotion]);

const average = (history: readonly number[] | null, values: readonly number[], weight = 0.2): number[] =>
  history === null ? [...values] : values.map((value, i) => weight * value + (1 - weight) * history[i]);

const difference = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, i) => Math.abs(value - b[i])));

/** Real: HTTP, two APIs on one database, PostgreSQL or Redis, threads, the networks. */
describe.each(['postgres', 'redis'] as const)('frames of sessions, what they know on %s', (kind) => {
  let database: TestDatabase;
  let api: TestApi;
  let other: TestApi;
  let stills: Buffer[];
  /** A picture with nobody in it. */
  let nobody: Buffer;

  beforeAll(async () => {
    database = await createTestDatabase();
    api = await open(database, kind);
    other = await open(database, kind);
    stills = [0, 4, 8, 12, 16].map((atS) => takeStill(CLIP, atS, 'mjpeg'));
    nobody = takeStill(CLIP, 0, 'mjpeg', 'drawbox=t=fill:color=gray');
  });
  afterAll(async () => {
    await api?.close();
    await other?.close();
    await database?.drop();
  });

  it('are averaged frame by frame, whichever process they come to, and each session by itself', async () => {
    let expected: number[] | null = null;
    for (const [i, still] of [...stills, ...stills].entries()) {
      const record = await recordOf(send(i % 2 === 0 ? api : other, still, { session_id: 'turns' }));
      const [lone] = (await recordOf(send(api, still))).faces;
      const [face] = record.faces;
      expect(face.face_id).toBe(1);
      expect(face.emotions).toEqual(lone.emotions);
      expected = average(expected, listOf(lone.emotions));
      expect(difference(listOf(face.smoothed_emotions), expected)).toBeLessThan(1e-12);
      expect(face.confidence).toBe(Math.max(...listOf(face.smoothed_emotions)));
      if (i === 3) {
        // Nobody is seen: the average stays.
        expect((await recordOf(send(other, nobody, { session_id: 'turns' }))).faces).toEqual([]);
        const apart = (await recordOf(send(api, still, { session_id: 'apart' }))).faces[0];
        expect(apart.smoothed_emotions).toEqual(apart.emotions);
      }
    }
  });

  it('lose nothing when they come to two processes at once', async () => {
    const fields = { session_id: 'at once' };
    await Promise.all(
      Array.from({ length: 24 }, (_, i) => recordOf(send(i % 2 === 0 ? api : other, stills[i % 5], fields))),
    );
    const log = await queryDatabase<{ number: number; t_s: number; body: Buffer }>(
      database.url,
      `SELECT number, t_s, body FROM live_frames JOIN live_sessions ON id = session_id
        WHERE name = 'at once' ORDER BY number`,
    );
    expect(log.map(({ number }) => number)).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
    let expected: number[] | null = null;
    for (const { t_s, body } of log) {
      expected = average(expected, [...exactEmotions(unpackObservation(t_s, body).faces[0])]);
    }
    const [last] = (await recordOf(send(other, stills[0], fields))).faces;
    expected = average(expected, listOf(last.emotions));
    expect(difference(listOf(last.smoothed_emotions), expected)).toBeLessThan(1e-12);
  });

  it('are smoothed in the order in which they came to a process', async () => {
    const fields = { session_id: 'in order' };
    const sent: Promise<LiveFrameRecord>[] = [];
    for (const still of stills) {
      sent.push(recordOf(send(api, still, fields)));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    let expected: number[] | null = null;
    let before = 0;
    for (const { t_s, faces } of await Promise.all(sent)) {
      expected = average(expected, listOf(faces[0].emotions));
      expect(difference(listOf(faces[0].smoothed_emotions), expected)).toBeLessThan(1e-12);
      expect(t_s).toBeGreaterThanOrEqual(before);
      before = t_s!;
    }
  });

  it('are weighed by their times, and late ones answered with the average', async () => {
    const at = (t_s: number, still: Buffer) => recordOf(send(api, still, { session_id: 'timed', t_s }));
    const first = await at(20, stills[0]);
    expect(first.t_s).toBe(20);
    const second = await at(20.4, stills[1]);
    const weight = 1 - 0.8 ** 2;
    const expected = average(listOf(first.faces[0].emotions), listOf(second.faces[0].emotions), weight);
    expect(difference(listOf(second.faces[0].smoothed_emotions), expected)).toBeLessThan(1e-9);
    const late = await at(20.2, stills[2]);
    expect(late.t_s).toBe(20.2);
    expect(late.faces[0].smoothed_emotions).toEqual(second.faces[0].smoothed_emotions);
    expect((await at(20.4, stills[3])).faces[0].smoothed_emotions).toEqual(second.faces[0].smoothed_emotions);
  });

  it('have a time each, or none has one, and none too far away', async () => {
    await recordOf(send(api, stills[0], { session_id: 'timed 2', t_s: 200 }));
    const refused = async (fields: Fields) =>
      expectProblem(await send(api, stills[0], fields), 'invalid_request', ['t_s']);
    await refused({ session_id: 'timed 2' });
    await refused({ session_id: 'timed 2', t_s: 300.5 });
    await refused({ session_id: 'timed 2', t_s: 99.5 });
    await recordOf(send(api, stills[0], { session_id: 'untimed' }));
    await refused({ session_id: 'untimed', t_s: 1 });
    await refused({ t_s: 1 });
  });

  it('are no more than a session may have', async () => {
    const fields = { session_id: 'long' };
    for (let i = 0; i < 3; i++)
      await Promise.all(Array.from({ length: 10 }, () => send(api, nobody, fields)));
    expectProblem(await send(api, nobody, fields), 'conflict');
    await recordOf(send(api, nobody, { session_id: 'another' }));
  });

  it('begin anew after a session was idle for too long', async () => {
    await recordOf(send(api, stills[0], { session_id: 'idle' }));
    await queryDatabase(
      database.url,
      "UPDATE live_sessions SET last_frame_at = now() - interval '31 min' WHERE name = 'idle'",
    );
    const [face] = (await recordOf(send(api, stills[1], { session_id: 'idle' }))).faces;
    expect(face.smoothed_emotions).toEqual(face.emotions);
  });

  it('are made up for from the log when what a session knew is lost', async () => {
    let expected: number[] | null = null;
    for (const still of stills) {
      const [face] = (await recordOf(send(api, still, { session_id: 'lost' }))).faces;
      expected = average(expected, listOf(face.emotions));
    }
    const [{ id }] = await queryDatabase<{ id: string }>(
      database.url,
      "UPDATE live_sessions SET state = NULL WHERE name = 'lost' RETURNING id",
    );
    await api.runtime.sessionStates?.remove(id);
    const [face] = (await recordOf(send(api, stills[2], { session_id: 'lost' }))).faces;
    expected = average(expected, listOf(face.emotions));
    expect(face.face_id).toBe(1);
    expect(difference(listOf(face.smoothed_emotions), expected)).toBeLessThan(1e-12);
  });

  it('are made up for from the last 1000 of a long log, under ids that nobody had', async () => {
    const fields = { session_id: 'long log' };
    const first = await recordOf(send(api, stills[0], fields));
    // The same face 1500 times: its average is the face itself.
    const [{ id }] = await queryDatabase<{ id: string }>(
      database.url,
      `WITH moved AS (UPDATE live_sessions SET frames = 1500, state = NULL WHERE name = 'long log' RETURNING id)
       INSERT INTO live_frames SELECT id, n, t_s + n / 1000.0, body
         FROM moved JOIN live_frames ON session_id = id, generate_series(2, 1500) AS n RETURNING session_id AS id`,
    );
    await api.runtime.sessionStates?.remove(id);
    const big = await open(database, kind, { MAX_SESSION_FRAMES: '2000' });
    const [face] = (await recordOf(send(big, stills[2], fields))).faces;
    await big.close();
    expect(face.face_id).toBe(2);
    const expected = average(listOf(first.faces[0].emotions), listOf(face.emotions));
    expect(difference(listOf(face.smoothed_emotions), expected)).toBeLessThan(1e-9);
  });

  it('are refused by a session that has gone on for as long as a video may be', async () => {
    await recordOf(send(api, stills[0], { session_id: 'old' }));
    await queryDatabase(
      database.url,
      "UPDATE live_sessions SET started_at = now() - interval '101 s' WHERE name = 'old'",
    );
    expectProblem(await send(api, stills[0], { session_id: 'old' }), 'conflict');
  });

  it('keep the place of a face where pictures of a session have several sizes', async () => {
    const fields = { session_id: 'sizes' };
    const [face] = (await recordOf(send(api, stills[0], fields))).faces;
    const half = takeStill(CLIP, 0, 'mjpeg', 'scale=320:180');
    const [small] = (await recordOf(send(api, half, fields))).faces;
    expect(small.face_id).toBe(face.face_id);
    expect(Math.abs(2 * small.region.x - face.region.x)).toBeLessThan(8);
    const kept = await queryDatabase<{ body: Buffer }>(
      database.url,
      "SELECT body FROM live_frames JOIN live_sessions ON id = session_id WHERE name = 'sizes' ORDER BY number",
    );
    const [first, second] = kept.map(({ body }) => unpackObservation(0, body).faces[0].region);
    expect(Math.abs(first.w - second.w)).toBeLessThan(16);
  });
});

/** Real: HTTP, PostgreSQL, Redis behind a line that can be cut, threads, the networks. */
describe('sessions', () => {
  let database: TestDatabase;
  let proxy: BreakableProxy;
  let api: TestApi;
  let still: Buffer;

  beforeAll(async () => {
    database = await createTestDatabase();
    proxy = await openProxy(testRedisUrl());
    api = await openTestApi(database.url, { kind: 'redis', url: proxy.url }, SETTINGS);
    still = takeStill(CLIP, 4, 'mjpeg');
  });
  afterAll(async () => {
    await api?.close();
    await proxy?.close();
    await database?.drop();
  });

  it('are answered 503 while Redis is away, and go on afterwards', async () => {
    const fields = { session_id: 'away' };
    await recordOf(send(api, still, fields));
    await proxy.cut();
    expectProblem(await send(api, still, fields), 'database_unavailable');
    // What needs no session is answered.
    await recordOf(send(api, still));
    await proxy.mend();
    for (let tries = 0; ; tries++) {
      const answer = await send(api, still, fields);
      if (answer.status === 200) break;
      expect(tries).toBeLessThan(100);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });

  it('belong to the key that began them', async () => {
    const makeKey = async (projectId: string) => {
      const scopes: Scope[] = ['analyses:write'];
      return (await api.runtime.database.keys.create({ name: 'test', projectId, scopes })).key;
    };
    const keys = [await makeKey('lab'), await makeKey('lab'), await makeKey('shop')];
    const happy = takeStill(CLIP, 16, 'mjpeg');
    for (const key of keys) {
      await recordOf(send(api, still, { session_id: 'same' }, key));
      const [face] = (await recordOf(send(api, happy, { session_id: 'same' }, key))).faces;
      const [first] = (await recordOf(send(api, still, {}, key))).faces;
      const expected = average(listOf(first.emotions), listOf(face.emotions));
      expect(difference(listOf(face.smoothed_emotions), expected)).toBeLessThan(1e-12);
    }
    const rows = await queryDatabase<{ frames: number }>(
      database.url,
      "SELECT frames FROM live_sessions WHERE name = 'same'",
    );
    expect(rows.map(({ frames }) => frames)).toEqual([2, 2, 2]);
  });
});

/** Real: HTTP, PostgreSQL, threads, the networks, a whole clip. */
describeWithSharedMedia('a whole clip, frame by frame', () => {
  let database: TestDatabase;
  let api: TestApi;

  beforeAll(async () => {
    database = await createTestDatabase();
    api = await open(database, 'postgres', { MAX_SESSION_FRAMES: '1000' });
  });
  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  it('is smoothed exactly', async () => {
    const stills = takeStills(sharedClip('expressions-640x360.mp4'));
    expect(stills).toHaveLength(472);
    let expected: number[] | null = null;
    let largest = 0;
    let faces = 0;
    for (const [i, still] of stills.entries()) {
      const record = await recordOf(send(api, still, { session_id: 'clip' }));
      if (i % 50 === 0) {
        const lone = await recordOf(send(api, still));
        const values = ({ faces: all }: LiveFrameRecord) => all.map(({ emotions }) => emotions);
        expect(values(lone)).toEqual(values(record));
        await recordOf(send(api, still, { session_id: 'second' }));
      }
      // In one frame something is taken for a second, smaller face.
      const [face, ...others] = record.faces;
      expect(face.face_id).toBe(1);
      expected = average(expected, listOf(face.emotions));
      largest = Math.max(largest, difference(listOf(face.smoothed_emotions), expected));
      faces += others.length;
    }
    expect(faces).toBeLessThan(5);
    expect(largest).toBeLessThan(1e-6);
    const sizes = await queryDatabase<{ name: string; frames: number }>(
      database.url,
      'SELECT name, frames FROM live_sessions ORDER BY name',
    );
    expect(sizes).toEqual([
      { name: 'clip', frames: 472 },
      { name: 'second', frames: 10 },
    ]);
  });
});
