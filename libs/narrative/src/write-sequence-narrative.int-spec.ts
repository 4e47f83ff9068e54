import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

import { type EmotionSequence } from './emotion-sequence.js';
import { createLanguageModel } from './models/create-language-model.js';
import { writeSequenceNarrative } from './write-sequence-narrative.js';

type Reply = (response: ServerResponse) => void;

const SEQUENCE: EmotionSequence = { emotions: ['sad', 'sad', 'happy'], context: 'una clase', language: 'es' };
const GOOD = 'Al principio la cara parece triste y luego sonríe.';

/** How each provider wraps a text. */
const WRAPPED = {
  gemini: (text: string) => ({ candidates: [{ content: { role: 'model', parts: [{ text }] } }] }),
  openai: (text: string) => ({ choices: [{ message: { role: 'assistant', content: text } }] }),
};

/** Real: HTTP to a double of each provider's API on loopback, through the clients that the product uses. */
describe.each(['gemini', 'openai'] as const)('a text about a sequence by %s', (kind) => {
  let server: Server;
  let replies: Reply[];
  let asked: any[]; // eslint-disable-line @typescript-eslint/no-explicit-any -- two providers' requests

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        asked.push(JSON.parse(body));
        (replies.shift() ?? answers(500, {}))(response);
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

  const answers =
    (status: number, body: unknown): Reply =>
    (response) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  const writes = (text: string, times: number[] = []): Reply =>
    answers(200, WRAPPED[kind](JSON.stringify({ text, cited_times_s: times })));

  const write = (changes: Partial<EmotionSequence> = {}, signal = AbortSignal.timeout(20_000)) => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const baseUrl = kind === 'gemini' ? url : `${url}/v1`;
    const model = createLanguageModel({ kind, apiKey: 'the-key', model: 'a-model', baseUrl });
    return writeSequenceNarrative(model, { ...SEQUENCE, ...changes }, signal);
  };
  const systemOf = (body: (typeof asked)[number]): string =>
    kind === 'gemini' ? body.systemInstruction.parts[0].text : body.messages[0].content;
  const userOf = (body: (typeof asked)[number]): string =>
    kind === 'gemini' ? body.contents[0].parts[0].text : body.messages[1].content;

  it('is what the model wrote, in the language that was asked for', async () => {
    replies = [writes(`  ${GOOD} `)];
    expect(await write()).toBe(GOOD);
    expect(asked).toHaveLength(1);
    expect(systemOf(asked[0])).toContain('Spanish (es)');
    expect(JSON.parse(userOf(asked[0]))).toEqual({
      context: 'una clase',
      measurements: {
        share_of_expressions_percent: {
          ...{ angry: 0, disgust: 0, fear: 0, happy: 33, sad: 67, surprise: 0, neutral: 0 },
        },
        in_order: [
          { expression: 'sad', times_in_a_row: 2 },
          { expression: 'happy', times_in_a_row: 1 },
        ],
      },
    });
  });

  it.each<[string, Reply]>([
    ['a clock time', writes('A las 0:42 sonríe.')],
    ['a length', writes('Sonríe durante 7 segundos.')],
    ['a listed time', writes(GOOD, [3])],
    ['nothing', writes('')],
    ['no JSON', answers(200, WRAPPED[kind](GOOD))],
  ])('is asked for again after %s', async (_what, first) => {
    replies = [first, writes(GOOD)];
    expect(await write()).toBe(GOOD);
    expect(systemOf(asked[1])).toContain('refused');
    expect(userOf(asked[1])).toBe(userOf(asked[0]));
  });

  it('may repeat a time that the context names', async () => {
    replies = [writes('La clase de las 10:30 empieza triste.'), writes('A las 10:31 sonríe.')];
    expect(await write({ context: 'La clase de las 10:30, 20 minutos' })).toContain('10:30');
    await expect(write({ context: 'La clase de las 10:30' })).rejects.toMatchObject({
      code: 'narrative_unavailable',
    });
    expect(asked).toHaveLength(3);
  });

  it('fails after two answers that cannot be used, without what they said', async () => {
    replies = [writes('A las 0:42 sonríe.'), writes('A las 0:43 sonríe.'), writes(GOOD)];
    await expect(write()).rejects.toMatchObject({
      ...{ code: 'narrative_failed', detail: expect.stringContaining('It named times') },
    });
    expect(asked).toHaveLength(2);
  });

  it('waits no longer than it is told to', async () => {
    replies = [() => undefined];
    const limit = AbortSignal.timeout(300);
    const failure: unknown = await write({}, limit).catch((error: unknown) => error);
    expect([limit.aborted, failure]).toEqual([true, limit.reason]);
  });
});
