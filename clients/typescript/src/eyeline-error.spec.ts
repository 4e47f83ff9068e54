import { errorOf, EyelineError, readRetryAfter } from './eyeline-error.js';

const problem = {
  ...{ type: 'http://x/docs/errors#queue_full', title: 'Too many analyses are waiting', status: 429 },
  ...{ code: 'queue_full', detail: 'Wait a little.', errors: [], request_id: 'r-1' },
};

describe('errorOf', () => {
  it('reads a problem', async () => {
    const error = await errorOf(Response.json(problem, { status: 429, headers: { 'Retry-After': '30' } }));
    expect(error).toBeInstanceOf(EyelineError);
    expect(error).toMatchObject({
      ...{ code: 'queue_full', detail: 'Wait a little.', status: 429, requestId: 'r-1', retryAfterS: 30 },
      ...{ retryable: true, message: 'Wait a little. (queue_full)' },
    });
  });

  it.each([
    ['<html>Bad gateway</html>', 502, true],
    ['{"error":"no"}', 404, false],
    ['null', 500, true],
  ])('takes %s for an answer of somebody else', async (text, status, retryable) => {
    const error = await errorOf(new Response(text, { status }));
    expect(error).toMatchObject({ code: 'unexpected_answer', status, retryable, requestId: null });
  });

  it('does not take the error of a failed analysis for something to be asked again', async () => {
    const timedOut = { ...problem, code: 'timed_out', status: 409 };
    expect((await errorOf(Response.json(timedOut, { status: 409 }))).retryable).toBe(false);
    expect((await errorOf(Response.json(timedOut, { status: 504 }))).retryable).toBe(true);
  });

  it('stands codes of a later service', async () => {
    const error = await errorOf(Response.json({ ...problem, code: 'of_tomorrow' }, { status: 400 }));
    expect(error).toMatchObject({ code: 'unexpected_answer', detail: 'Wait a little.', retryable: false });
  });
});

describe('readRetryAfter', () => {
  it.each([
    ['120', 120],
    ['', null],
    ['soon', null],
    [null, null],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ])('%s -> %s', (value, seconds) => {
    expect(readRetryAfter(value)).toBe(seconds);
  });

  it('reads a date', () => {
    const inAMinute = new Date(Date.now() + 60_000).toUTCString();
    expect(readRetryAfter(inAMinute)).toBeGreaterThan(30);
    expect(readRetryAfter(inAMinute)).toBeLessThanOrEqual(60);
  });
});
