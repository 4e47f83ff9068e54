import { narrativeSchema } from '@eyeline/contracts';
import { createTestDatabase, type TestDatabase, testRedisUrl } from '@eyeline/testing';

import { EXAMPLE_REPORT } from '../../docs/examples/report.examples.js';
import { ModelDouble, replyWith, replyWithText } from '../../narrative/model-double.factory.js';
import { expectProblem, openTestApi, type TestAnswer, type TestApi } from '../../test-api.factory.js';

const TIMEOUT_S = 2;

/** Real: HTTP, PostgreSQL, Redis, and a double of a language model that is asked by HTTP. */
describe('narratives', () => {
  let model: ModelDouble;
  let database: TestDatabase;
  let api: TestApi;
  let id: string;

  beforeAll(async () => {
    model = await ModelDouble.open();
    database = await createTestDatabase();
    api = await openTestApi(
      database.url,
      { kind: 'redis', url: testRedisUrl() },
      {
        ...model.settings,
        NARRATIVE_TIMEOUT_S: String(TIMEOUT_S),
      },
    );
    id = await complete();
  });
  beforeEach(() => {
    model.asked = [];
    model.reply = replyWithText('At 0:01 the face looks away.', [1]);
  });
  afterAll(async () => {
    await api?.close();
    await database?.drop();
    model.close();
  });

  /** An analysis as a worker leaves it. */
  async function complete(report = EXAMPLE_REPORT): Promise<string> {
    const { body } = await api.upload('abc', '?tag=tag-of-jane&metadata={"who":"jane"}');
    const attempt = { analysisId: body.id as string, attempt: 1 };
    await api.runtime.database.attempts.start(attempt);
    const mine = { ...report, analysis_id: body.id as string };
    await api.runtime.database.attempts.complete(attempt, mine, new Date(Date.now() + 1e9));
    return body.id as string;
  }

  const tell = (body?: object, of = id): Promise<TestAnswer> =>
    api.request(`/v1/analyses/${of}/narrative`, {
      method: 'POST',
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });

  it('are texts whose times are in the report, and hold nothing that names anybody', async () => {
    const { status, body } = await tell({ context: 'Ein Vortrag', language: 'de' });
    expect(status).toBe(200);
    expect(narrativeSchema.parse(body)).toEqual({
      ...{ object: 'narrative', language: 'de', text: 'At 0:01 the face looks away.' },
      ...{ cited_times_s: [1], model: 'a-model' },
    });
    expect(model.asked).toHaveLength(1);
    expect(model.asked[0]).toContain('Ein Vortrag');
    expect(model.asked[0]).toContain('German (de)');
    expect(model.asked[0]).not.toMatch(new RegExp(`jane|${id}|sha256`));
  });

  it('need no body', async () => {
    expect((await tell()).body).toMatchObject({ language: 'en' });
    expect((await tell({})).status).toBe(200);
  });

  it.each([
    [{ context: 'x'.repeat(2001) }, '/context'],
    [{ language: 'the language of birds' }, '/language'],
    [{ language: '' }, '/language'],
    [{ colour: 'red' }, '/colour'],
    [[], ''],
  ])('are asked for with what is known: %j', async (body, pointer) => {
    expectProblem(await tell(body), 'invalid_request', [pointer]);
    expect(model.asked).toEqual([]);
  });

  it('are refused when they invent times, after a second try', async () => {
    model.reply = replyWithText('At 0:42 the face looks away.', [42]);
    const answer = await tell({});
    expectProblem(answer, 'narrative_failed');
    expect([answer.status, model.asked.length]).toEqual([502, 2]);
    expect(answer.body.detail).toContain('0:42');
  });

  it.each([
    [429, 'narrative_unavailable', '2'],
    [500, 'narrative_unavailable', '2'],
    [401, 'narrative_not_configured', null],
  ] as const)('say what is wrong with a model that answers %i', async (status, code, retryAfter) => {
    model.reply = replyWith(status, { error: { message: 'no' } });
    const answer = await tell({});
    expectProblem(answer, code);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, retryAfter]);
  });

  it('end when the model is too slow', async () => {
    model.reply = () => undefined;
    const answer = await tell({});
    expectProblem(answer, 'timed_out');
    expect(answer.body.detail).toContain(`${TIMEOUT_S} s`);
  });

  it('are not told of what is not there, or is nothing', async () => {
    expectProblem(await tell({}, 'an_00000000000000000000'), 'not_found');
    const { body } = await api.upload('abc');
    expectProblem(await tell({}, body.id), 'not_ready');
    expectProblem(await tell({}, await complete({ ...EXAMPLE_REPORT, timeline: [] })), 'conflict');
    expect(model.asked).toEqual([]);
  });

  it('are refused where no model is configured, with what to set', async () => {
    const other = await openTestApi(database.url, { kind: 'redis', url: testRedisUrl() });
    const answer = await other.request(`/v1/analyses/${id}/narrative`, { method: 'POST' });
    await other.close();
    expectProblem(answer, 'narrative_not_configured');
    expect(answer.body.detail).toMatch(/GEMINI_API_KEY.*NARRATIVE_BASE_URL.*NARRATIVE_MODEL/);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, null]);
  });

  it('ask nobody any longer when the client has gone', async () => {
    const closed = new Promise<void>((resolve) => {
      model.reply = (response) => void response.on('close', resolve);
    });
    const gone = new AbortController();
    const request = fetch(`${api.url}/v1/analyses/${id}/narrative`, { method: 'POST', signal: gone.signal });
    while (model.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 25));
    gone.abort();
    await expect(request).rejects.toThrow();
    await closed;
  });
});
