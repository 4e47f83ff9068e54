import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AppError, type Report } from '@eyeline/contracts';
import { createTestDatabase, type TestDatabase, testRedisUrl } from '@eyeline/testing';

import { expectProblem, openTestApi, type TestAnswer, type TestApi } from '../test-api.factory.js';
import { listCues } from './captions/write-captions.js';
import { makeReport } from './report.factory.js';

const NAMES = ['report.html', 'captions.vtt'];

const later = (): Date => new Date(Date.now() + 1e9);

/** Real: HTTP, PostgreSQL, Redis, and ffprobe as a reader of captions. What a worker would write is written by the libs. */
describe('rendered artefacts', () => {
  let database: TestDatabase;
  let api: TestApi;
  let id: string;
  let report: Report;

  beforeAll(async () => {
    database = await createTestDatabase();
    api = await openTestApi(database.url, { kind: 'redis', url: testRedisUrl() });
    id = await start(`?tag=${encodeURIComponent('<script>alert(1)</script>')}`);
    report = makeReport(60, 2, { analysis_id: id });
    await api.runtime.database.attempts.complete({ analysisId: id, attempt: 1 }, report, later());
  });

  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  const start = async (query = ''): Promise<string> => (await api.upload(Buffer.from('abc'), query)).body.id;

  const get = (name: string, analysisId = id, init?: RequestInit): Promise<TestAnswer> =>
    api.request(`/v1/analyses/${analysisId}/artifacts/${name}`, init);

  it('are a page that a browser shows as such, and can do nothing', async () => {
    const { status, headers, body } = await get('report.html');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(body).toMatch(/^<!doctype html>/);
    expect(body).toContain(`<p class="about">${id} · 1:00 · `);
    expect(body).toContain('<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>');
    expect(body).not.toContain('<script');
  });

  it('are captions that a player reads', async () => {
    const { status, headers, body } = await get('captions.vtt');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/vtt; charset=utf-8']);
    const path = join(api.runtime.config.dataDir, 'captions.vtt');
    await writeFile(path, body as string);
    const { stdout } = await promisify(execFile)('ffprobe', [
      ...['-v', 'error', '-f', 'webvtt', '-show_entries', 'packet=pts,duration', '-of', 'json', path],
    ]);
    const { packets } = JSON.parse(stdout) as { packets: { pts: number; duration: number }[] };
    expect(packets.map(({ pts, duration }) => [pts, pts + duration])).toEqual(
      listCues(report.timeline).map(({ startMs, endMs }) => [startMs, endMs]),
    );
  });

  it.each(NAMES)('%s is not sent again to who has it', async (name) => {
    const etag = (await get(name)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    const again = await get(name, id, { headers: { 'If-None-Match': etag } });
    expect([again.status, again.body]).toEqual([304, '']);
    expect((await get(name, id, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
    expect((await get(name, id, { method: 'HEAD' })).body).toBe('');
  });

  it.each(NAMES)('%s is not there before the report, nor instead of one', async (name) => {
    const [running, failed, canceled] = [await start(), await start(), await start()];
    expectProblem(await get(name, running), 'not_ready');
    const error = new AppError('corrupt_video', { detail: 'Nothing of it.' }).toProblem(null);
    await api.runtime.database.attempts.fail({ analysisId: failed, attempt: 1 }, error, later());
    const answer = await get(name, failed);
    expectProblem(answer, 'corrupt_video');
    expect([answer.status, answer.body.detail]).toEqual([409, 'Nothing of it.']);
    await api.request(`/v1/analyses/${canceled}/cancel`, { method: 'POST' });
    expectProblem(await get(name, canceled), 'canceled');
    expectProblem(await get(name, 'an_00000000000000000000'), 'not_found');
  });

  it.each(['nothing.html', '', '..%2freport', 'report.html/x'])('%s is none', async (name) =>
    expectProblem(await get(name), 'not_found'),
  );
});
