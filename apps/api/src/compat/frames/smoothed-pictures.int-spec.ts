import { execFileSync } from 'node:child_process';
import { EMOTIONS } from '@eyeline/contracts';
import {
  createTestDatabase,
  describeWithSharedMedia,
  sharedClip,
  type TestDatabase,
  testRedisUrl,
} from '@eyeline/testing';

import { openTestApi, type TestApi } from '../../test-api.factory.js';

/** The weight of the new picture. */
const ALPHA = 0.2;
/** One picture in so many of the clip's. */
const EVERY = 4;
const [WIDTH, HEIGHT] = [640, 360];
/** In probability; percent are a hundred times as much. */
const MAX_ERROR = 1e-6;

interface Answer {
  readonly detected: boolean;
  readonly dominant_emotion: string | null;
  readonly emotions: Record<string, number>;
  readonly region: { readonly x: number; readonly y: number; readonly w: number; readonly h: number } | null;
}

/** Real: HTTP, PostgreSQL, Redis, threads, sharp, the networks, a video of a person. */
describeWithSharedMedia('/analyze with a session', () => {
  let database: TestDatabase;
  let api: TestApi;
  let pictures: Buffer[];

  beforeAll(async () => {
    database = await createTestDatabase();
    api = await openTestApi(database.url, { kind: 'redis', url: testRedisUrl() }, { LIVE_LANES: '1' });
    pictures = readPictures();
  });
  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  /* eslint-disable-next-line @typescript-eslint/no-explicit-any -- any JSON; the assertions give it a shape */
  const send = async (route: string, body: object): Promise<any> => {
    const answer = await api.request(route, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  };
  const urlOf = (picture: Buffer): string => `data:image/jpeg;base64,${picture.toString('base64')}`;

  it('is the moving average of the answers without one, and another session has its own', async () => {
    expect(pictures.length).toBeGreaterThan(100);
    let average: number[] = [];
    let [worst, worstSum, seen] = [0, 0, 0];
    const dominant = new Set<string | null>();
    for (const [i, picture] of pictures.entries()) {
      const image = urlOf(picture);
      const alone: Answer = await send('/analyze', { image });
      const smoothed: Answer = await send('/analyze', { image, session_id: 'one' });
      expect(smoothed.detected).toBe(alone.detected);
      expect(smoothed.region).toEqual(alone.region);
      if (alone.region === null) {
        expect(smoothed).toEqual({ detected: false, dominant_emotion: null, emotions: {}, region: null });
        continue;
      }
      seen++;
      const now = EMOTIONS.map((emotion) => alone.emotions[emotion] / 100);
      average = average.length === 0 ? now : average.map((value, k) => (1 - ALPHA) * value + ALPHA * now[k]);
      const shown = EMOTIONS.map((emotion) => smoothed.emotions[emotion]);
      worst = Math.max(worst, ...shown.map((value, k) => Math.abs(value / 100 - average[k])));
      worstSum = Math.max(worstSum, Math.abs(shown.reduce((sum, value) => sum + value, 0) - 100));
      expect(smoothed.dominant_emotion).toBe(EMOTIONS[shown.indexOf(Math.max(...shown))]);
      dominant.add(smoothed.dominant_emotion);
      const { x, y, w, h } = alone.region;
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(Math.min(w, h)).toBeGreaterThan(0);
      expect(x + w).toBeLessThanOrEqual(WIDTH);
      expect(y + h).toBeLessThanOrEqual(HEIGHT);
      // The first picture of another session, and of another route, in the middle of this one, is as it is.
      if (i === 40) {
        expect(await send('/analyze', { image, session_id: 'two' })).toEqual(alone);
        const { faces } = await send('/predict_emotion_stream', { frame: image, session_id: 'three' });
        expect(Object.values(faces[0].probabilities)).toEqual(
          EMOTIONS.map((emotion) => expect.closeTo(alone.emotions[emotion] / 100, 12)),
        );
      }
    }
    expect(seen).toBeGreaterThan(100);
    // Otherwise anything would be its average.
    expect(dominant.size).toBeGreaterThan(2);
    expect(worst).toBeLessThan(MAX_ERROR);
    expect(worstSum).toBeLessThan(1e-9);
  }, 180_000);
});

/** Every fourth picture of the clip as JPEG. */
function readPictures(): Buffer[] {
  const args = ['-v', 'error', '-nostdin', '-i', sharedClip('expressions-640x360.mp4')];
  const output = ['-vf', `select=not(mod(n\\,${EVERY}))`, '-fps_mode', 'passthrough'];
  const jpegs = execFileSync(
    'ffmpeg',
    [...args, ...output, '-c:v', 'mjpeg', '-q:v', '3', '-f', 'image2pipe', '-'],
    { maxBuffer: 512 * 1024 * 1024 },
  );
  const starts: number[] = [];
  const begin = Buffer.from([0xff, 0xd8, 0xff]);
  for (let at = jpegs.indexOf(begin); at >= 0; at = jpegs.indexOf(begin, at + 3)) starts.push(at);
  return starts.map((start, i) => jpegs.subarray(start, starts[i + 1]));
}
