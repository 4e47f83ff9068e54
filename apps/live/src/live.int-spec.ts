/** @jest-environment ./libs/testing/src/native-arrays-environment.ts */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { loadLiveConfig } from '@eyeline/config';
import { createLiveFrames, type LiveFrames, LocalFrames, type Look } from '@eyeline/live';
import { takeStill, TYPESCRIPT_FRAME_LANE } from '@eyeline/testing';
import { pino } from 'pino';

import { createLive } from './create-live.js';

const forever = new AbortController().signal;
const silent = pino({ level: 'silent' });
const unused = { lanes: 1, maxPixels: 1, executionProvider: 'cpu', onIdleCrash: () => undefined } as const;

/** Real: HTTP, threads, sharp, the networks. */
describe('a live process', () => {
  const config = loadLiveConfig({
    MAX_IMAGE_BYTES: '300000',
    LIVE_LANES: '1',
    MAX_PIXELS: String(640 * 360),
  });
  let local: LocalFrames;
  let app: NestExpressApplication;
  let url: string;
  let remote: LiveFrames;
  const jpeg = takeStill('average-person.mp4', 1, 'mjpeg');

  beforeAll(async () => {
    local = new LocalFrames({
      ...{ ...config.live, maxPixels: config.maxPixels, executionProvider: 'cpu', maxFrames: 2 },
      ...{ onIdleCrash: () => undefined, laneFile: TYPESCRIPT_FRAME_LANE },
    });
    app = await createLive({ config, frames: local, logger: silent });
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
    remote = createLiveFrames({ ...unused, url, maxFrames: 8 });
  });
  afterAll(async () => {
    await remote.close();
    await app.close();
    await local.close();
  });

  const look = (frames: LiveFrames, image: Uint8Array, signal = forever): Promise<Look> =>
    frames.admit((admitted) => admitted(image, signal));

  it('gives an API the very look that threads of its own would give', async () => {
    const [here, there] = [await look(local, jpeg), await look(remote, jpeg)];
    expect(there.observation.faces).toHaveLength(1);
    expect(there).toEqual(here);
    expect(there.observation.faces[0].landmarks).toBeInstanceOf(Float32Array);
  });

  it('says what is wrong with an image', async () => {
    await expect(look(remote, Buffer.from('no image'))).rejects.toMatchObject({ code: 'unsupported_media' });
    const large = takeStill('average-person.mp4', 1, 'mjpeg', 'scale=642:360');
    await expect(look(remote, large)).rejects.toMatchObject({ code: 'too_many_pixels' });
    await expect(look(remote, Buffer.alloc(300_001))).rejects.toMatchObject({ code: 'payload_too_large' });
    await expect(look(remote, Buffer.alloc(0))).rejects.toMatchObject({ code: 'unsupported_media' });
    expect((await fetch(`${url}/nothing`)).status).toBe(404);
  });

  it('takes so many at once, and its API as many as it says itself', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 6 }, () => look(remote, jpeg)));
    const refused = answers.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(6);
    for (const { reason } of refused as PromiseRejectedResult[]) {
      expect(reason).toMatchObject({ code: 'live_overloaded' });
    }
    const narrow = createLiveFrames({ ...unused, url, maxFrames: 1 });
    const first = look(narrow, jpeg);
    await expect(look(narrow, jpeg)).rejects.toMatchObject({ code: 'live_overloaded' });
    await first;
  });

  it('leaves an image that nobody waits for', async () => {
    const controller = new AbortController();
    const asked = look(remote, jpeg, controller.signal);
    controller.abort();
    await expect(asked).rejects.toMatchObject({ code: 'canceled' });
    expect((await look(remote, jpeg)).observation.faces).toHaveLength(1);
  });

  it('tells that it lives, and how long looks take', async () => {
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toContain('eyeline_live_look_seconds_count{outcome="answered"}');
    expect(metrics).toContain('eyeline_live_look_seconds_count{outcome="unsupported_media"}');
  });
});

describe('an API whose live process', () => {
  it('is away says so', async () => {
    const away = createLiveFrames({ ...unused, url: 'http://127.0.0.1:9', maxFrames: 1 });
    const asked = away.admit((look) => look(Buffer.from('x'), forever));
    await expect(asked).rejects.toMatchObject({ code: 'live_unavailable', retryable: true });
  });

  it.each([
    ['is something else', 200, '<html>'],
    ['answers half', 200, '{"observation":'],
    ['answers with another shape', 200, '{}'],
    ['fails without a problem document', 502, 'Bad Gateway'],
  ])('%s says so', async (_name, status, body) => {
    const server: Server = createServer((request, response) => {
      request.resume();
      response.writeHead(status).end(body);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const frames = createLiveFrames({ ...unused, url, maxFrames: 1 });
    const asked = frames.admit((look) => look(Buffer.from('x'), forever));
    await expect(asked).rejects.toMatchObject({ code: 'live_unavailable' });
    server.closeAllConnections();
    server.close();
  });
});
