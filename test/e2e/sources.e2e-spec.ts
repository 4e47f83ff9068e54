import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { type Analysis, analysisSchema } from '@eyeline/contracts';
import {
  type EmbeddedStack,
  fixture,
  sendFile,
  type SourceServer,
  startEmbeddedStack,
  startSourceServer,
} from '@eyeline/testing';

/** Real: everything. The stack of `npm start`, HTTP alone, a web server on loopback that has the videos. */
describe('a video from an address', () => {
  let stack: EmbeddedStack;
  let server: SourceServer;
  let clip: Buffer;

  beforeAll(async () => {
    clip = await readFile(fixture('average-person.mp4'));
    server = await startSourceServer();
    stack = await startEmbeddedStack({ SOURCE_ALLOWED_RANGES: '127.0.0.0/8' });
  }, 120_000);

  afterAll(async () => {
    await stack?.stop();
    await server?.close();
  });

  const start = (body: object, headers: Record<string, string> = {}) =>
    stack.client.request('/v1/analyses', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  it('becomes a report, once, however often it is asked for under one key', async () => {
    server.answer((request, response) => sendFile(request, response, clip));
    const body = { source_url: server.addressOf('/film?signature=do-not-tell'), tag: 'far', end_s: 1 };
    const key = { 'Idempotency-Key': randomUUID() };
    const first = await start(body, key);
    expect(first.status).toBe(202);
    expect(analysisSchema.parse(first.body)).toMatchObject({ status: 'queued', tag: 'far', video: null });
    const again = await start(body, key);
    expect([again.body, again.headers.get('idempotent-replayed')]).toEqual([first.body, 'true']);
    const other = await start({ ...body, source_url: server.addressOf('/other') }, key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_mismatch']);

    const { id } = first.body as Analysis;
    const ended = await stack.client.finish(id);
    expect(ended).toMatchObject({ status: 'completed', video: { size_bytes: clip.length } });
    const report = await stack.client.report(id);
    expect(report.sampling.frames_decoded).toBeGreaterThan(0);
    expect(server.requests).toHaveLength(1);
    expect(JSON.stringify([first.body, ended, report])).not.toContain('do-not-tell');
  }, 120_000);

  it('that was not there can be retried, and a running fetch can be canceled', async () => {
    server.answer((_request, response) => response.writeHead(404).end());
    const { id } = (await start({ source_url: server.addressOf('/film'), end_s: 1 })).body as Analysis;
    expect(await stack.client.finish(id)).toMatchObject({
      status: 'failed',
      error: { code: 'source_unreachable', status: 422 },
    });
    server.answer((request, response) => sendFile(request, response, clip));
    expect((await stack.client.request(`/v1/analyses/${id}/retry`, { method: 'POST' })).status).toBe(202);
    expect(await stack.client.finish(id)).toMatchObject({ status: 'completed' });

    server.answer((_request, response) => response.writeHead(200).write(clip.subarray(0, 1000)));
    const running = (await start({ source_url: server.addressOf('/endless') })).body as Analysis;
    await until(async () => (await stack.client.get(running.id)).stage === 'fetching');
    await until(async () => (await server.connections()) > 0);
    const cancel = await stack.client.request(`/v1/analyses/${running.id}/cancel`, { method: 'POST' });
    expect(cancel.body).toMatchObject({ status: 'canceled', video: null });
    await until(async () => (await server.connections()) === 0);
  }, 120_000);
});

async function until(check: () => Promise<boolean>): Promise<void> {
  for (const untilMs = Date.now() + 60_000; Date.now() < untilMs; await sleep(50)) {
    if (await check()) return;
  }
  throw new Error('It did not come true within a minute.');
}
