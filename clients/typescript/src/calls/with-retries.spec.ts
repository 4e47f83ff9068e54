import { type EyelineError } from '../eyeline-error.js';
import { type RetryRules, withRetries } from './with-retries.js';

const problem = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  Response.json({ code, detail: 'd', status, errors: [], request_id: null }, { status, headers });

/** What a service answers, one after the other; an error is thrown. */
async function replay(answers: (Response | Error)[], rules: Partial<RetryRules> = {}) {
  const left = [...answers];
  const send = (): Promise<Response> => {
    const next = left.shift();
    if (next === undefined) throw new Error('It was sent once too often.');
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  };
  const outcome = await withRetries(send, { maxRetries: 2, isRepeatable: true, ...rules }).catch(
    (error: EyelineError) => error.code,
  );
  return { outcome: outcome instanceof Response ? outcome.status : outcome, unsent: left.length };
}

const cut = new TypeError('fetch failed');

describe('withRetries', () => {
  it.each<[string, (Response | Error)[], Partial<RetryRules>, unknown]>([
    ['a success', [Response.json({})], {}, 200],
    ['what is unchanged', [new Response(null, { status: 304 })], {}, 304],
    ['a cut, then a success', [cut, Response.json({})], {}, 200],
    ['an outage, then a success', [problem(503, 'queue_unavailable'), Response.json({})], {}, 200],
    ['cuts without end', [cut, cut, cut], {}, 'unreachable'],
    ['a request that must not be repeated', [cut], { isRepeatable: false }, 'unreachable'],
    ['an error after which nobody knows', [problem(500, 'internal')], { isRepeatable: false }, 'internal'],
    [
      'a refusal of one that must not be repeated',
      [problem(429, 'queue_full'), Response.json({})],
      { isRepeatable: false },
      200,
    ],
    ['what no repetition changes', [problem(404, 'not_found')], {}, 'not_found'],
    ['a state', [problem(409, 'conflict')], {}, 'conflict'],
    [
      'the same request, still worked on',
      [problem(409, 'conflict', { 'Retry-After': '0' }), Response.json({})],
      {},
      200,
    ],
    ['a service that cannot', [problem(503, 'narrative_not_configured')], {}, 'narrative_not_configured'],
    [
      'a service that wants to be left alone for long',
      [problem(429, 'rate_limited', { 'Retry-After': '3600' })],
      {},
      'rate_limited',
    ],
  ])('%s', async (_name, answers, rules, outcome) => {
    expect(await replay(answers, rules)).toEqual({ outcome, unsent: 0 });
  });

  it('waits as long as it is told to', async () => {
    const startedAt = Date.now();
    await replay([problem(503, 'queue_unavailable', { 'Retry-After': '1' }), Response.json({})]);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(1000);
  });

  it('stops when it is told to, with the reason', async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    const waiting = withRetries(
      () => Promise.resolve(problem(503, 'queue_unavailable', { 'Retry-After': '60' })),
      {
        ...{ maxRetries: 5, isRepeatable: true, signal: stop.signal },
      },
    );
    setTimeout(() => stop.abort(reason), 20);
    await expect(waiting).rejects.toBe(reason);
    await expect(
      withRetries(() => Promise.reject(cut), { maxRetries: 5, isRepeatable: true, signal: stop.signal }),
    ).rejects.toBe(reason);
  });
});
