import { createTestDatabase, type TestDatabase, testRedisUrl } from '@eyeline/testing';

import { ModelDouble, replyWith, replyWithText } from '../../narrative/model-double.factory.js';
import { expectProblem, openTestApi, type TestAnswer, type TestApi, until } from '../../test-api.factory.js';

const TIMEOUT_S = 2;
const TEXT = 'Al principio la cara parece triste y luego sonríe.';

/** Real: HTTP, PostgreSQL, Redis, and a double of a language model that is asked by HTTP; the log as it is written. */
describe('POST /analyze_session', () => {
  let model: ModelDouble;
  let database: TestDatabase;
  let api: TestApi;
  const written: string[] = [];

  beforeAll(async () => {
    model = await ModelDouble.open();
    database = await createTestDatabase();
    api = await openTestApi(
      database.url,
      { kind: 'redis', url: testRedisUrl() },
      {
        ...{ ...model.settings, NARRATIVE_TIMEOUT_S: String(TIMEOUT_S), LOG_LEVEL: 'trace' },
      },
      { write: (line) => void written.push(line) },
    );
  });
  beforeEach(() => {
    model.asked = [];
    model.reply = replyWithText(TEXT);
  });
  afterAll(async () => {
    await api?.close();
    await database?.drop();
    model.close();
  });

  const post = (body?: string, to = api, signal?: AbortSignal): Promise<TestAnswer> =>
    to.request('/analyze_session', {
      ...{ method: 'POST', body, signal },
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    });
  const send = (body: unknown): Promise<TestAnswer> => post(JSON.stringify(body));

  it('is told in the language of the labels, and in nothing but text', async () => {
    const { status, body } = await send({
      ...{ context: 'Una clase de Jane', emotions: ['Tristeza', 'ALEGRÍA', 'alegria'] },
      ...{ user_id: 17, language: 'de' },
    });
    expect([status, body]).toEqual([200, { analysis: TEXT }]);
    expect(model.asked).toHaveLength(1);
    expect(model.asked[0]).toContain('Spanish (es)');
    expect(model.asked[0]).toContain('Una clase de Jane');
    expect(model.asked[0]).not.toMatch(/17|Tristeza/);
    await send({ context: 'A lesson', emotions: ['Sad', 'HAPPY'] });
    expect(model.asked[1]).toContain('English (en)');
    const log = written.join('');
    expect(log).toContain('narrative_requested');
    expect(log).not.toMatch(/Jane|sonríe/);
  });

  it('needs no context', async () => {
    expect((await send({ emotions: ['Neutral'] })).status).toBe(200);
  });

  it.each<[unknown, string[]]>([
    [{}, ['/emotions']],
    [{ emotions: [] }, ['/emotions']],
    [{ emotions: 'happy' }, ['/emotions']],
    [{ emotions: ['happy', 7] }, ['/emotions/1']],
    [{ emotions: ['happy', 'boredom', 'Aburrimiento'] }, ['/emotions/1', '/emotions/2']],
    [{ emotions: Array(10_001).fill('happy') }, ['/emotions']],
    [{ emotions: ['happy'], context: 'x'.repeat(2001) }, ['/context']],
    [{ emotions: ['happy'], context: 5 }, ['/context']],
    [[], ['']],
  ])('refuses what it cannot tell of, and asks nobody: %#', async (body, pointers) => {
    expectProblem(await send(body), 'invalid_request', pointers);
    expect(model.asked).toEqual([]);
  });

  it('refuses other bodies', async () => {
    expectProblem(await post(), 'invalid_request', ['']);
    expectProblem(await post('{"emotions":["hap'), 'invalid_request');
    const long = JSON.stringify({ emotions: ['happy'], rest: 'x'.repeat(1_100_000) });
    expectProblem(await post(long), 'payload_too_large');
  });

  it('is refused when it names times, after a second try', async () => {
    model.reply = replyWithText('A las 0:42 sonríe.');
    const answer = await send({ emotions: ['Triste', 'Feliz'] });
    expectProblem(answer, 'narrative_failed');
    expect([answer.status, model.asked.length]).toEqual([502, 2]);
  });

  it.each([
    [429, 'narrative_unavailable'],
    [500, 'narrative_unavailable'],
    [401, 'narrative_not_configured'],
  ] as const)('says what is wrong with a model that answers %i', async (status, code) => {
    model.reply = replyWith(status, { error: { message: 'no' } });
    expectProblem(await send({ emotions: ['happy'] }), code);
  });

  it('ends when the model is too slow, or when its client goes away', async () => {
    model.reply = () => undefined;
    const answer = await send({ emotions: ['happy'] });
    expectProblem(answer, 'timed_out');
    expect(answer.body.detail).toContain(`${TIMEOUT_S} s`);
    const before = model.cut;
    const client = new AbortController();
    const held = post('{"emotions":["sad"]}', api, client.signal).catch((error: Error) => error.name);
    await until(() => Promise.resolve(model.asked.length === 2));
    client.abort();
    expect(await held).toBe('AbortError');
    await until(() => Promise.resolve(model.cut === before + 1), (TIMEOUT_S * 1000) / 2);
  });

  it('names what to set where there is no model', async () => {
    const bare = await openTestApi(database.url, { kind: 'redis', url: testRedisUrl() });
    const answer = await post('{"emotions":["happy"]}', bare);
    await bare.close();
    expectProblem(answer, 'narrative_not_configured');
    expect(answer.status).toBe(503);
    expect(answer.body.detail).toContain('GEMINI_API_KEY');
    expect(answer.body.detail).toContain('NARRATIVE_BASE_URL');
  });
});
