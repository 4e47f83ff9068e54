import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { narrativeSchema } from '@eyeline/contracts';

import { createMeasurements } from './measurements.factory.js';
import { createLanguageModel } from './models/create-language-model.js';
import { writeNarrative } from './write-narrative.js';

interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- two providers' requests
}

type Reply = (response: ServerResponse) => void;

const GOOD = JSON.stringify({ text: 'At 0:04 the face begins to look happy.', cited_times_s: [4] });
const INVENTED = JSON.stringify({ text: 'At 0:42 the face looks happy.', cited_times_s: [42] });

/** How each provider wraps a text, and an error. */
const WRAPPED = {
  gemini: (text: string) => ({ candidates: [{ content: { role: 'model', parts: [{ text }] } }] }),
  openai: (text: string) => ({ choices: [{ message: { role: 'assistant', content: text } }] }),
};

/** Real: HTTP to a double of each provider's API on loopback, through the clients that the product uses. */
describe.each(['gemini', 'openai'] as const)('a narrative by %s', (kind) => {
  let server: Server;
  let replies: Reply[];
  let asked: Asked[];

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        asked.push({ path: request.url ?? '', headers: request.headers, body: JSON.parse(body) });
        (replies.shift() ?? says(500, {}))(response);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  beforeEach(() => {
    replies = [];
    asked = [];
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const says =
    (status: number, body: unknown): Reply =>
    (response) =>
      response
        .writeHead(status, { 'Content-Type': 'application/json' })
        .end(typeof body === 'string' ? body : JSON.stringify(body));
  const writes = (text: string): Reply => says(200, WRAPPED[kind](text));
  const fails = (status: number, message = 'no'): Reply => says(status, { error: { code: status, message } });

  const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const model = (baseUrl = address()) =>
    createLanguageModel(
      kind === 'gemini'
        ? { kind, apiKey: 'the-key', model: 'a-model', baseUrl }
        : { kind, apiKey: 'the-key', model: 'a-model', baseUrl: `${baseUrl}/v1/` },
    );
  const write = (signal = AbortSignal.timeout(20_000), one = model()) =>
    writeNarrative(one, createMeasurements(), { context: 'a "test"', language: 'es' }, signal);
  /** What the model was told: our part and theirs. */
  const told = ({ body }: Asked): { system: string; user: string } =>
    kind === 'gemini'
      ? { system: body.systemInstruction.parts[0].text, user: body.contents[0].parts[0].text }
      : { system: body.messages[0].content, user: body.messages[1].content };

  it('is what the model wrote, with the times that it names', async () => {
    replies = [writes(GOOD)];
    const narrative = await write();
    expect(narrativeSchema.parse(narrative)).toEqual({
      ...{ object: 'narrative', language: 'es', model: 'a-model' },
      ...{ text: 'At 0:04 the face begins to look happy.', cited_times_s: [4] },
    });
    const [{ path, headers, body }] = asked;
    const { system, user } = told(asked[0]);
    expect(system).toContain('Spanish (es)');
    expect(JSON.parse(user)).toMatchObject({ context: 'a "test"', measurements: { ends_at: '0:10' } });
    if (kind === 'gemini') {
      expect(path).toBe('/v1beta/models/a-model:generateContent');
      expect(headers['x-goog-api-key']).toBe('the-key');
      expect(body.generationConfig.responseMimeType).toBe('application/json');
    } else {
      expect(path).toBe('/v1/chat/completions');
      expect(headers.authorization).toBe('Bearer the-key');
      expect(body).toMatchObject({ model: 'a-model', response_format: { type: 'json_object' } });
    }
  });

  it.each([
    ['invented times', INVENTED, '0:42'],
    ['no JSON', 'At 0:04 it smiles.', 'no JSON'],
    ['nothing', '', 'no JSON'],
  ])('is asked for again after %s, which are named', async (_what, first, reason) => {
    replies = [writes(first), writes(GOOD)];
    expect((await write()).cited_times_s).toEqual([4]);
    expect(told(asked[0]).system).not.toContain('refused');
    expect(told(asked[1]).system).toContain(reason);
    expect(told(asked[1]).user).toBe(told(asked[0]).user);
  });

  it('fails after two answers that cannot be used', async () => {
    replies = [writes(INVENTED), writes('{"text":'), writes(GOOD)];
    await expect(write()).rejects.toMatchObject({
      ...{ code: 'narrative_failed', status: 502, retryable: true },
      detail: expect.stringContaining('It was no JSON.'),
    });
    expect(asked).toHaveLength(2);
  });

  it.each([
    [429, 'narrative_unavailable', 'takes no more requests'],
    [500, 'narrative_unavailable', 'error (500)'],
    [503, 'narrative_unavailable', 'error (503)'],
    [401, 'narrative_not_configured', 'refuses this installation (401)'],
    [403, 'narrative_not_configured', '(403)'],
    [404, 'narrative_not_configured', '(404)'],
    [400, 'narrative_failed', 'refuses the question (400)'],
  ])('is not asked for again when the model answers %i', async (status, code, detail) => {
    replies = [fails(status), writes(GOOD)];
    await expect(write()).rejects.toMatchObject({ code, detail: expect.stringContaining(detail) });
    expect(asked).toHaveLength(1);
  });

  it('says that nobody answers', async () => {
    const nowhere = model('http://127.0.0.1:9');
    await expect(write(undefined, nowhere)).rejects.toMatchObject({ code: 'narrative_unavailable' });
    replies = [(response) => response.destroy()];
    await expect(write()).rejects.toMatchObject({ code: 'narrative_unavailable' });
  });

  it.each(['<html>', { hello: 'world' }])('fails on an answer of another form: %j', async (body) => {
    replies = [says(200, body), says(200, body)];
    await expect(write()).rejects.toMatchObject({
      code: expect.stringMatching(/^narrative_(failed|unavailable)$/),
    });
  });

  it('waits no longer than it is told to', async () => {
    replies = [() => undefined];
    const limit = AbortSignal.timeout(300);
    const failure: unknown = await write(limit).catch((error: unknown) => error);
    expect([limit.aborted, failure]).toEqual([true, limit.reason]);
    await expect(write(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  });

  if (kind === 'gemini') {
    it('takes a key that Google does not know for a mistake of the installation', async () => {
      replies = [fails(400, 'API key not valid. Please pass a valid API key. API_KEY_INVALID')];
      await expect(write()).rejects.toMatchObject({ code: 'narrative_not_configured' });
    });
  } else {
    it('sends no key where none is set', async () => {
      replies = [writes(GOOD)];
      await write(undefined, createLanguageModel({ kind, baseUrl: address(), apiKey: null, model: 'm' }));
      expect(asked[0].headers.authorization).toBeUndefined();
      expect(asked[0].path).toBe('/chat/completions');
    });
  }
});

it('tells nothing of a recording in which nothing was looked at', async () => {
  const never = createLanguageModel({
    kind: 'openai',
    baseUrl: 'http://127.0.0.1:9',
    apiKey: null,
    model: 'm',
  });
  const empty = createMeasurements({ timeline: [] });
  const signal = new AbortController().signal;
  await expect(writeNarrative(never, empty, { context: '', language: 'en' }, signal)).rejects.toMatchObject({
    code: 'conflict',
  });
});
