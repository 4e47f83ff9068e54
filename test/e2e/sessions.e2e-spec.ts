import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { EMOTIONS, type Report, type SessionReport } from '@eyeline/contracts';
import {
  type EmbeddedStack,
  fixture,
  listStackProcesses,
  type RunningServer,
  startEmbeddedStack,
  startRedis,
  takeStills,
} from '@eyeline/testing';

const CLIP = fixture('average-person.mp4');

/** Every fifth picture of 25 a second. */
const STEP_S = 0.2;

const frameQuery = (name: string, tS: number): string => `/v1/frames?session_id=${name}&t_s=${tS.toFixed(3)}`;

/** Longer than a killed API takes to be back on a machine that has much else to do. */
const IDLE_S = 30;

/** Real: everything, as it is built, on both stores. */
(process.platform === 'linux' ? describe : describe.skip).each(['postgres', 'redis'] as const)(
  'a session, what it knows on %s',
  (store) => {
    let stack: EmbeddedStack;
    let redis: RunningServer | undefined;

    beforeAll(async () => {
      if (store === 'redis') redis = await startRedis();
      stack = await startEmbeddedStack({
        ...{ LIVE_LANES: '1', SESSION_IDLE_S: String(IDLE_S), SWEEP_INTERVAL_S: '1' },
        ...(redis && { REDIS_URL: redis.url }),
      });
    }, 120_000);

    afterAll(async () => {
      await stack?.stop();
      await redis?.stop();
    });

    const send = (path: string, body: Uint8Array<ArrayBuffer>) =>
      stack.client.request(path, { method: 'POST', headers: { 'content-type': 'image/jpeg' }, body });

    /** As often as it takes while the API is away. */
    const sendUntilAnswered = async (path: string, body: Uint8Array<ArrayBuffer>) => {
      for (;;) {
        const answer = await send(path, body).catch(() => null);
        if (answer !== null) return answer;
        await sleep(200);
      }
    };

    it('of the frames of a clip is reported as the clip is, although the API is killed in the middle', async () => {
      const stills = takeStills(CLIP, 5).map((still) => Uint8Array.from(still));
      expect(stills).toHaveLength(101);
      for (const [i, still] of stills.entries()) {
        if (i === 50) {
          const [api] = listStackProcesses(stack.dataDir).filter(({ command }) =>
            command.includes('apps/api/'),
          );
          process.kill(api.pid, 'SIGKILL');
        }
        const { status, body } = await sendUntilAnswered(frameQuery('clip', i * STEP_S), still);
        const others = body.faces?.filter((face: { face_id: number }) => face.face_id !== 1);
        expect([i, status, others]).toEqual([i, 200, []]);
      }
      const ended = await stack.client.request('/v1/sessions/clip/end', { method: 'POST' });
      expect([ended.status, ended.body]).toEqual([200, ended.body]);
      const session = ended.body as SessionReport;
      const video: Report = await stack.client.analyse(CLIP);
      expect(session.sampling).toMatchObject({ frames_decoded: 101, frames_analyzed: 101 });
      expect(session.total_frames_analyzed).toBe(video.total_frames_analyzed);
      expect(session.models).toEqual(video.models);
      expect(session.engine).toEqual(video.engine);
      expect(session.faces.map(({ face_id, frames }) => [face_id, frames])).toEqual(
        video.faces.map(({ face_id, frames }) => [face_id, frames]),
      );
      // The pictures went through JPEG once more.
      for (const emotion of EMOTIONS) {
        const apart = session.mean_emotion_probabilities[emotion] - video.mean_emotion_probabilities[emotion];
        expect(Math.abs(apart)).toBeLessThan(0.03);
      }
      expect(Math.abs(session.eye_contact_score! - video.eye_contact_score!)).toBeLessThan(10);
    }, 120_000);

    it('that nobody ends is removed by a worker', async () => {
      const [still] = takeStills(CLIP, 1000).map((one) => Uint8Array.from(one));
      expect((await send(frameQuery('idle', 0), still)).status).toBe(200);
      expect((await stack.client.request('/v1/sessions/idle')).body).toMatchObject({
        status: 'open',
        frames: 1,
      });
      const until = Date.now() + 3 * IDLE_S * 1000;
      while (!/"sessions":[1-9]/.test(await readWorkerLog(stack.dataDir))) {
        expect(Date.now()).toBeLessThan(until);
        await sleep(200);
      }
      expect((await stack.client.request('/v1/sessions/idle')).status).toBe(404);
      // What was ended stays.
      expect((await stack.client.request('/v1/sessions/clip/report')).status).toBe(200);
    }, 120_000);
  },
);

/** What the worker has said so far. */
const readWorkerLog = (dataDir: string): Promise<string> => readFile(`${dataDir}/logs/worker-1.log`, 'utf8');
