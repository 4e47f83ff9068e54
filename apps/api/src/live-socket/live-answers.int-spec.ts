import { type LiveMessage } from '@eyeline/contracts';
import { takeStill } from '@eyeline/testing';

import { type LiveRig, openLiveRig } from './live-rig.factory.js';

/** Real: WebSockets, HTTP, PostgreSQL, Redis, threads, sharp, the networks. */
describe('answers on a live connection', () => {
  let rig: LiveRig;

  beforeAll(async () => {
    rig = await openLiveRig();
  });
  afterEach(() => rig.closeClients());
  afterAll(() => rig?.close());

  const json = (fields: object): string => JSON.stringify({ image: rig.jpeg.toString('base64'), ...fields });
  const codeOf = (message: LiveMessage): string | null => ('error' in message ? message.error.code : null);
  const emotionsOf = (message: LiveMessage): { emotions: number[]; smoothed: number[] } => {
    if (!('faces' in message)) throw new Error('It is no record.');
    const [{ emotions, smoothed_emotions: smoothed }] = message.faces;
    return { emotions: Object.values(emotions), smoothed: Object.values(smoothed) };
  };

  it('answers each picture as POST /v1/frames does, bytes or JSON', async () => {
    const { body } = await rig.api.request('/v1/frames', {
      ...{ method: 'POST', body: rig.jpeg, headers: { 'Content-Type': 'image/jpeg' } },
    });
    const client = await rig.open();
    client.socket.send(rig.jpeg);
    expect(await client.answerTo(1)).toEqual({ frame: 1, dropped: 0, ...body });
    client.socket.send(json({}));
    expect(await client.answerTo(2)).toEqual({ frame: 2, dropped: 0, ...body });
    client.socket.send(json({ landmarks: true }));
    expect(await client.answerTo(3)).toMatchObject({ faces: [{ landmarks: expect.any(Array) }] });
    for (const message of client.heard) expect(rig.judge(message)).toEqual([]);
  });

  it('takes from the address what holds for all pictures, unless one says otherwise', async () => {
    const client = await rig.open('?landmarks=true');
    client.socket.send(rig.jpeg);
    expect(await client.answerTo(1)).toMatchObject({ faces: [{ landmarks: expect.any(Array) }] });
    client.socket.send(json({}));
    expect(await client.answerTo(2)).toMatchObject({ faces: [{ landmarks: expect.any(Array) }] });
    client.socket.send(json({ landmarks: false }));
    expect(await client.answerTo(3)).not.toMatchObject({ faces: [{ landmarks: expect.any(Array) }] });
  });

  it('smooths over the session that the address names, whichever connection brings a frame', async () => {
    const later = takeStill('average-person.mp4', 9, 'mjpeg');
    const [client, other] = [await rig.open('?session_id=talk'), await rig.open('?session_id=talk')];
    client.socket.send(rig.jpeg);
    const first = emotionsOf(await client.answerTo(1));
    expect(first.smoothed).toEqual(first.emotions);
    other.socket.send(JSON.stringify({ image: later.toString('base64') }));
    const message = await other.answerTo(1);
    expect(message).toMatchObject({ t_s: expect.any(Number), faces: [{ face_id: 1 }] });
    const second = emotionsOf(message);
    expect(second.emotions).not.toEqual(first.emotions);
    second.smoothed.forEach((value, i) => {
      expect(value).toBeCloseTo(0.2 * second.emotions[i] + 0.8 * first.smoothed[i], 12);
    });
    // A session of its own in the message.
    other.socket.send(JSON.stringify({ image: rig.jpeg.toString('base64'), session_id: 'other', t_s: 3.5 }));
    const third = await other.answerTo(2);
    expect(third).toMatchObject({ t_s: 3.5 });
    expect(emotionsOf(third).smoothed).toEqual(emotionsOf(third).emotions);
  });

  it('takes times with the pictures of a session, as JSON', async () => {
    const client = await rig.open('?session_id=timed');
    for (const [i, t_s] of [0.5, 1.25].entries()) {
      client.socket.send(json({ t_s }));
      expect(await client.answerTo(i + 1)).toMatchObject({ t_s });
    }
    client.socket.send(rig.jpeg);
    expect(codeOf(await client.answerTo(3))).toBe('invalid_request');
  });

  it('answers one bad picture with its error, and goes on', async () => {
    const client = await rig.open();
    const bad: [string | Buffer, string][] = [
      ['not JSON', 'invalid_request'],
      ['[1]', 'invalid_request'],
      ['{"image": 7}', 'invalid_request'],
      [json({ colour: 'red' }), 'invalid_request'],
      [json({ t_s: 1 }), 'invalid_request'],
      [Buffer.alloc(0), 'invalid_request'],
      [Buffer.from('not an image'), 'unsupported_media'],
      [rig.jpeg.subarray(0, 5000), 'unsupported_media'],
    ];
    for (const [i, [message, code]] of bad.entries()) {
      client.socket.send(message);
      const answer = await client.answerTo(i + 1);
      expect([i, codeOf(answer)]).toEqual([i, code]);
      expect(rig.judge(answer)).toEqual([]);
      expect(answer).toMatchObject({
        error: {
          type: `${rig.api.url}/docs/errors#${code}`,
          request_id: expect.stringMatching(/^[\w-]{36}$/),
        },
      });
    }
    client.socket.send(rig.jpeg);
    expect(await client.answerTo(bad.length + 1)).toMatchObject({ faces: [{ face_id: 1 }] });
  });

  it('closes a connection that sends nothing but what is no request', async () => {
    const client = await rig.open();
    for (let i = 1; i <= 20; i++) {
      client.socket.send('{}');
      await client.answerTo(i);
    }
    expect(await client.closed).toMatchObject({ code: 1008, reason: expect.stringContaining('bad') });
  });
});
