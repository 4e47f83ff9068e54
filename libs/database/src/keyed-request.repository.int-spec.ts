import { randomUUID } from 'node:crypto';

import { createTestDatabase } from '@eyeline/testing';

import { input, openTwoPools, type TwoPools } from './analysis.factory.js';
import { createDatabase } from './create-database.js';
import { type RequestClaim } from './keyed-request.repository.js';

// Real: PostgreSQL. Two pools stand for two processes.

let pools: TwoPools;
let url: string;

beforeAll(async () => {
  const server = await createTestDatabase();
  ({ url } = server);
  pools = await openTwoPools(server);
});

afterAll(() => pools.close());
afterEach(() => jest.useRealTimers());

const print = { headHash: 'h', payloadHash: 'p' };
const answer = { status: 202, body: { b: 1, a: 2 }, location: '/there' };

const claimOf = (key = randomUUID() as string): RequestClaim => ({
  projectId: 'default',
  key,
  token: randomUUID(),
});

it('gives a key to one of many', async () => {
  const key = randomUUID();
  const claims = Array.from({ length: 10 }, (_, i) =>
    (i % 2 === 0 ? pools.database : pools.other).keyedRequests.claim(claimOf(key), print),
  );
  const outcomes = await Promise.all(claims);
  expect(outcomes.filter((earlier) => earlier === null)).toHaveLength(1);
  for (const earlier of outcomes.filter((one) => one !== null))
    expect(earlier).toEqual({ ...print, answer: null });
});

it('keeps an answer as it is, for one day', async () => {
  const claim = claimOf();
  const { keyedRequests } = pools.database;
  await keyedRequests.claim(claim, print);
  expect(await keyedRequests.settle(claim, 'p', answer)).toBe(true);
  expect(await keyedRequests.settle(claim, 'p', { ...answer, status: 500 })).toBe(false);
  await keyedRequests.release(claim);
  const earlier = await pools.other.keyedRequests.claim(claimOf(claim.key), print);
  expect(JSON.stringify(earlier)).toBe(JSON.stringify({ ...print, answer }));
  await keyedRequests.removeExpired(new Date(Date.now() + 23.9 * 3600_000));
  expect(await keyedRequests.claim(claimOf(claim.key), print)).not.toBeNull();
  expect(await keyedRequests.removeExpired(new Date(Date.now() + 24.1 * 3600_000))).toBeGreaterThan(0);
  expect(await keyedRequests.claim(claimOf(claim.key), print)).toBeNull();
});

it('takes a key from a process that is silent for a minute, and not from one that gives signs', async () => {
  const [dead, alive, heir] = [claimOf(), claimOf(), claimOf()];
  const { keyedRequests } = pools.database;
  await keyedRequests.claim(dead, print);
  await keyedRequests.claim(alive, print);
  const start = Date.now();
  jest.useFakeTimers({
    now: start + 40_000,
    doNotFake: [
      'setTimeout',
      'setInterval',
      'setImmediate',
      'nextTick',
      'queueMicrotask',
      'performance',
      'clearTimeout',
      'clearInterval',
      'clearImmediate',
    ],
  });
  await keyedRequests.touch(alive);
  jest.setSystemTime(start + 70_000);
  expect(await keyedRequests.claim({ ...heir, key: alive.key }, print)).not.toBeNull();
  expect(await keyedRequests.claim({ ...heir, key: dead.key }, print)).toBeNull();
  expect(await keyedRequests.settle(dead, 'p', answer)).toBe(false);
});

it('makes no analysis for a claim that is lost', async () => {
  const database = createDatabase(url);
  const lost = { claim: claimOf(), payloadHash: 'p', answer };
  await expect(database.analyses.create(input({ tag: 'lost' }), () => lost)).rejects.toMatchObject({
    code: 'conflict',
  });
  expect((await database.analyses.list('default', { tag: 'lost', limit: 1 })).rows).toEqual([]);
  expect(await database.outbox.drain(() => Promise.resolve())).toBe(0);
  await database.close();
});
