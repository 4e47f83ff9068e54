import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { AppError } from '@eyeline/contracts';
import { createTestDatabase, type TestDatabase, testRedisUrl } from '@eyeline/testing';

import { makeReport } from '../../artifacts/report.factory.js';
import { expectProblem, openTestApi, type TestAnswer, type TestApi, until } from '../../test-api.factory.js';

const MAX_BYTES = 1_000_000;
const nextMonth = new Date(Date.now() + 30 * 24 * 3600 * 1000);

interface AuditLine {
  readonly event?: string;
  readonly id?: string;
  readonly keyId?: string | null;
}

/**
 * Real: HTTP, PostgreSQL, Redis, the folder of objects; the log as it is written. What a worker would write is written by
 * the libs; test/e2e/prototypes.e2e-spec.ts has real ones.
 */
describe('POST /process-frame', () => {
  let database: TestDatabase;
  let api: TestApi;
  let written: string[] = [];

  beforeEach(async () => {
    written = [];
    database = await createTestDatabase();
    api = await openTestApi(
      database.url,
      { kind: 'redis', url: testRedisUrl() },
      { MAX_UPLOAD_BYTES: String(MAX_BYTES), MAX_OPEN_PER_PROJECT: '1', LOG_LEVEL: 'info' },
      { write: (line) => void written.push(line) },
    );
  });
  afterEach(async () => {
    await api?.close();
    await database?.drop();
  });

  const post = (
    body?: RequestInit['body'],
    query = '',
    headers: Record<string, string> = { 'Content-Type': 'video/mp4' },
  ): Promise<TestAnswer> =>
    api.request(`/process-frame${query}`, { ...{ method: 'POST', body, duplex: 'half' }, headers });

  const rows = async () => (await api.runtime.database.analyses.list('default', { limit: 100 })).rows;

  /** The analysis that is waited for, once it is there. */
  const findRow = async () => {
    await until(async () => (await rows()).length === 1, 15_000);
    return (await rows())[0];
  };

  /** What a worker would do about it. */
  const complete = async (changes: Parameters<typeof makeReport>[2] = {}): Promise<string> => {
    const { id } = await findRow();
    const { attempts } = api.runtime.database;
    await attempts.start({ analysisId: id, attempt: 1 });
    const report = makeReport(2, 1, { analysis_id: id, ...changes });
    expect(await attempts.complete({ analysisId: id, attempt: 1 }, report, nextMonth)).toBe(true);
    return id;
  };

  const audited = (): (string | undefined)[][] =>
    written
      .map((line) => JSON.parse(line) as AuditLine)
      .filter(({ event }) => event !== undefined)
      .map(({ event, id }) => [event, id]);

  it.each<[string, Record<string, string>]>([
    ['video/mp4', { 'Content-Type': 'video/mp4' }],
    ['JSON', { 'Content-Type': 'application/json' }],
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['no type', {}],
  ])(
    'takes the bytes as they are, under %s, and answers with the part that the prototype had',
    async (_type, headers) => {
      const bytes = new Blob(['{"a": 1, and so on']).stream();
      const held = post(bytes, '?frame_interval=7&scale_factor=0.5&user=x', headers);
      const id = await complete();
      const answer = await held;
      const report = makeReport(2, 1, { analysis_id: id });
      expect([answer.status, answer.body]).toEqual([
        200,
        {
          average_emotion_scores: report.average_emotion_scores,
          overall_dominant_emotion: report.overall_dominant_emotion,
          total_frames_analyzed: report.total_frames_analyzed,
          average_confidence_score: report.average_confidence_score,
          eye_contact_score: report.eye_contact_score,
        },
      ]);
      expect(answer.headers.get('x-analysis-id')).toBe(id);
      expect(answer.headers.get('location')).toBe(`${api.url}/v1/analyses/${id}`);
      const [{ options, videoBytes }] = await rows();
      expect(options).toMatchObject({
        frame_interval: 7,
        sampling_fps: null,
        scale: 0.5,
        retain_video_hours: 0,
      });
      expect(videoBytes).toBe(18);
      expect(audited()).toEqual([['analysis_created', id]]);
    },
  );

  it('looks at every 30th frame by default, and says 0 where no face was seen', async () => {
    const held = post('abc');
    await complete({
      overall_dominant_emotion: null,
      average_confidence_score: null,
      eye_contact_score: null,
    });
    expect((await held).body).toMatchObject({
      ...{ overall_dominant_emotion: null, average_confidence_score: 0, eye_contact_score: 0 },
    });
    expect((await rows())[0].options).toMatchObject({ frame_interval: 30, scale: null, max_side: 640 });
  });

  it.each([
    ['?frame_interval=0', ['frame_interval']],
    ['?frame_interval=2.5', ['frame_interval']],
    ['?frame_interval=', ['frame_interval']],
    ['?frame_interval=many', ['frame_interval']],
    ['?frame_interval=1&frame_interval=2', ['frame_interval']],
    ['?scale_factor=0', ['scale_factor']],
    ['?scale_factor=1.01&frame_interval=-3', ['frame_interval', 'scale_factor']],
  ])('refuses %s before it takes a byte', async (query, pointers) => {
    expectProblem(await post('abc', query), 'invalid_request', pointers);
    expect(await api.traces()).toEqual({ objects: [], rows: [], jobs: 0 });
  });

  it('refuses no body, and too large ones, and leaves nothing of them', async () => {
    expectProblem(await post(), 'invalid_request', ['']);
    expectProblem(await post(new Blob([]).stream()), 'invalid_request', ['']);
    expectProblem(await post(Buffer.alloc(MAX_BYTES + 1)), 'payload_too_large');
    expectProblem(await post(new Blob([Buffer.alloc(MAX_BYTES + 1)]).stream()), 'payload_too_large');
    expect(await api.traces()).toEqual({ objects: [], rows: [], jobs: 0 });
    expect(audited()).toEqual([]);
  });

  it('is answered with what the analysis failed with', async () => {
    const held = post('abc');
    const { id } = await findRow();
    const { attempts } = api.runtime.database;
    await attempts.start({ analysisId: id, attempt: 1 });
    const problem = new AppError('corrupt_video', { detail: 'It ends after the header.' }).toProblem(null);
    await attempts.fail({ analysisId: id, attempt: 1 }, problem, nextMonth);
    const answer = await held;
    expectProblem(answer, 'corrupt_video');
    expect([answer.status, answer.body.detail]).toEqual([422, 'It ends after the header.']);
    expect(answer.headers.get('x-analysis-id')).toBe(id);
  });

  it('is told when somebody else cancels or deletes it, and waits in no line that is too long', async () => {
    const held = post('abc');
    const { id } = await findRow();
    expectProblem(await post('abc'), 'queue_full');
    await api.request(`/v1/analyses/${id}/cancel`, { method: 'POST' });
    expectProblem(await held, 'canceled');
    await api.request(`/v1/analyses/${id}`, { method: 'DELETE' });
    const again = post('abc');
    const { id: other } = await findRow();
    await api.request(`/v1/analyses/${other}`, { method: 'DELETE' });
    expectProblem(await again, 'canceled');
  });

  async function begin(length: number): Promise<Socket> {
    const socket = connect(api.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`POST /process-frame HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${length}\r\n\r\nabc`);
    return socket;
  }

  it('is canceled when its client goes away', async () => {
    const socket = await begin(3);
    const { id } = await findRow();
    await api.runtime.database.attempts.start({ analysisId: id, attempt: 1 });
    socket.destroy();
    await until(async () => (await rows())[0].status === 'canceled', 15_000);
    await until(() => Promise.resolve(audited().length === 2));
    expect(audited()).toEqual([
      ['analysis_created', id],
      ['analysis_canceled', id],
    ]);
  });

  it('leaves nothing of a client that goes away while it sends', async () => {
    const socket = await begin(1000);
    await until(async () => (await countFiles()) > 0);
    socket.destroy();
    await until(async () => (await countFiles()) === 0);
    expect(await api.traces()).toEqual({ objects: [], rows: [], jobs: 0 });
  });

  const countFiles = async (): Promise<number> => {
    const { storage } = api.runtime.config;
    if (storage.kind !== 'folder') throw new Error('This test looks into a folder.');
    const files = await readdir(storage.root, { recursive: true, withFileTypes: true });
    return files.filter((file) => file.isFile()).length;
  };

  it('says where the analysis is when the API stops', async () => {
    const stopping = await openTestApi(database.url, { kind: 'redis', url: testRedisUrl() });
    const held = stopping.request('/process-frame', { method: 'POST', body: 'abc' });
    await until(() => Promise.resolve(stopping.runtime.database.feed.followed === 1), 15_000);
    await stopping.close();
    const { id } = await findRow();
    const answer = await held;
    expectProblem(answer, 'not_ready');
    expect(answer.body.detail).toContain(`/v1/analyses/${id}`);
    expect(answer.headers.get('x-analysis-id')).toBe(id);
    expect((await rows())[0].status).toBe('queued');
  });
});
