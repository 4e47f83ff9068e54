import { createTestDatabase } from '@eyeline/testing';

import { openTwoPools, type TwoPools } from './analysis.factory.js';

// Real: PostgreSQL.

const HOUR_MS = 3600_000;

let pools: TwoPools;

beforeAll(async () => {
  pools = await openTwoPools(await createTestDatabase());
});

afterAll(() => pools.close());

const inHours = (hours: number): Date => new Date(Date.now() + hours * HOUR_MS);

it('stands for a key until its time is over, it is removed, or the key is revoked', async () => {
  const { keys, signIns } = pools.database;
  const { row: key } = await keys.create({ name: 'ci', projectId: 'lab', scopes: ['analyses:read'] });
  const token = await signIns.create(key.id, inHours(1));
  expect(await signIns.find(token, new Date())).toEqual({ key, expiresAt: expect.any(Date) });
  for (const wrong of [`${token}x`, '', key.id, '\0'])
    expect(await signIns.find(wrong, new Date())).toBeNull();

  expect(await signIns.find(token, inHours(2))).toBeNull();
  await signIns.extend(token, inHours(3));
  expect(await signIns.find(token, inHours(2))).not.toBeNull();

  const other = await signIns.create(key.id, inHours(1));
  expect(other).not.toBe(token);
  expect([await signIns.remove(other), await signIns.remove(other)]).toEqual([true, false]);
  await signIns.extend(other, inHours(3));
  expect(await signIns.find(other, new Date())).toBeNull();

  await keys.revoke(key.id);
  expect(await signIns.find(token, new Date())).toBeNull();
});

it('is swept when its time is over, or when the key is revoked', async () => {
  const { keys, signIns } = pools.database;
  await signIns.removeExpired(inHours(100));
  const make = async () => (await keys.create({ name: 'ci', projectId: 'lab', scopes: [] })).row;
  const [kept, revoked] = [await make(), await make()];
  const token = await signIns.create(kept.id, inHours(2));
  await signIns.create(kept.id, inHours(1));
  await signIns.create(revoked.id, inHours(2));
  await keys.revoke(revoked.id);
  expect(await signIns.removeExpired(inHours(1.5))).toBe(2);
  expect(await signIns.find(token, new Date())).not.toBeNull();
});
