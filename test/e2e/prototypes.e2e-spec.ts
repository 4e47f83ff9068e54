import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { EMOTIONS } from '@eyeline/contracts';
import {
  type Answer,
  ClipMaker,
  type EmbeddedStack,
  fixture,
  listStackProcesses,
  startEmbeddedStack,
  takeStill,
} from '@eyeline/testing';

const KEYS = [
  ...['average_confidence_score', 'average_emotion_scores', 'eye_contact_score'],
  ...['overall_dominant_emotion', 'total_frames_analyzed'],
];

/** Real: everything. The stack of `npm start`, the shipped models, HTTP alone, as a prototype's client speaks it. */
describe('clients of the prototypes', () => {
  let stack: EmbeddedStack;
  const clips = new ClipMaker();

  beforeAll(async () => {
    stack = await startEmbeddedStack();
  }, 120_000);

  afterAll(async () => {
    await stack?.stop();
    clips.remove();
  });

  const post = (body: Uint8Array, query = '', signal?: AbortSignal): Promise<Answer> =>
    stack.client.request(`/process-frame${query}`, { ...{ method: 'POST', body }, signal });

  it('ask whether it is up, and show it a picture', async () => {
    expect((await stack.client.request('/health')).body).toEqual({ status: 'ok', model_loaded: true });
    expect((await stack.client.request('/')).body).toMatchObject({ status: 'ok' });
    const image = `data:image/jpeg;base64,${takeStill('average-person.mp4', 1, 'mjpeg').toString('base64')}`;
    const send = (route: string, body: object): Promise<Answer> =>
      stack.client.request(route, {
        ...{ method: 'POST', body: JSON.stringify(body) },
        headers: { 'Content-Type': 'application/json' },
      });
    const { status, body } = await send('/analyze', { image, session_id: 'visit' });
    expect([status, body.detected, body.dominant_emotion]).toEqual([200, true, 'neutral']);
    expect((await send('/predict', { image })).body.emotion).toBe('NEUTRAL');
    expect((await send('/predict_emotion', { image })).body.faces[0].emotion).toBe('Neutral');
    const stream = await send('/predict_emotion_stream', { frame: image, session_id: 'visit' });
    expect(stream.body.faces).toHaveLength(1);
    expect((await send('/analyze_session', { emotions: ['Feliz'] })).body.code).toBe(
      'narrative_not_configured',
    );
  }, 60_000);

  it('send a video and have the answer, which is that of the report', async () => {
    const { status, headers, body } = await post(await readFile(fixture('average-person.mp4')));
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(KEYS);
    expect(Object.keys(body.average_emotion_scores)).toEqual([...EMOTIONS]);
    const shares = Object.values<number>(body.average_emotion_scores);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 1);
    // 20.2 s of 25 frames a second.
    expect(body.total_frames_analyzed).toBe(17);
    const id = headers.get('x-analysis-id')!;
    expect(headers.get('location')).toBe(`${stack.client.baseUrl}/v1/analyses/${id}`);
    expect(await stack.client.report(id)).toMatchObject(body);
    expect((await stack.client.get(id)).options).toMatchObject({ frame_interval: 30, scale: null });
  }, 90_000);

  it('choose how many frames, and how large', async () => {
    const query = '?frame_interval=100&scale_factor=0.5';
    const { status, headers, body } = await post(await readFile(fixture('average-person.mp4')), query);
    expect([status, body.total_frames_analyzed]).toEqual([200, 6]);
    const { options } = await stack.client.get(headers.get('x-analysis-id')!);
    expect(options).toMatchObject({ frame_interval: 100, scale: 0.5 });
  }, 90_000);

  it('are told that nobody is in a video', async () => {
    const path = clips.make('nobody.mp4', '-f', 'lavfi', '-i', 'testsrc=duration=4:rate=25:size=320x240');
    const { status, body } = await post(await readFile(path));
    expect([status, body]).toEqual([
      200,
      {
        average_emotion_scores: Object.fromEntries(EMOTIONS.map((emotion) => [emotion, 0])),
        ...{ overall_dominant_emotion: null, total_frames_analyzed: 4 },
        ...{ average_confidence_score: 0, eye_contact_score: 0 },
      },
    ]);
  }, 90_000);

  it('are told that something is no video', async () => {
    const { status, headers, body } = await post(Buffer.from('No video.\n'.repeat(1000)));
    expect([status, body.code]).toEqual([422, 'unsupported_media']);
    expect((await stack.client.get(headers.get('x-analysis-id')!)).status).toBe('failed');
  }, 90_000);

  it('cancel what they do not wait for: it stops decoding', async () => {
    const source = fixture('average-person.mp4');
    const path = clips.make('long.mp4', '-stream_loop', '20', '-i', source, '-c', 'copy');
    const decoders = () =>
      listStackProcesses(stack.dataDir).filter(({ command }) => /^\S*ffmpeg\s/.test(command));
    const newest = async () => (await stack.client.request('/v1/analyses?limit=1')).body.data[0];
    const until = async (check: () => Promise<boolean>, withinMs: number): Promise<void> => {
      for (const end = Date.now() + withinMs; !(await check()); await sleep(50)) {
        if (Date.now() > end) throw new Error(`It did not come true within ${withinMs} ms.`);
      }
    };
    const client = new AbortController();
    const held = post(await readFile(path), '?frame_interval=1', client.signal).catch(
      (error: Error) => error,
    );
    await until(async () => {
      const { status, progress } = await newest();
      return status === 'processing' && progress > 0.06 && decoders().length > 0;
    }, 60_000);
    client.abort();
    expect(await held).toMatchObject({ name: 'AbortError' });
    await until(async () => (await newest()).status === 'canceled', 5000);
    await until(() => Promise.resolve(decoders().length === 0), 5000);
  }, 120_000);
});
