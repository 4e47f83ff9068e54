import { AppError } from '@eyeline/contracts';
import { type ApiKeyRow, type Database } from '@eyeline/database';
import { pino } from 'pino';

import { KeyDirectory } from './key-directory.service.js';

const row: ApiKeyRow = {
  id: 'key_1',
  projectId: 'lab',
  name: 'ci',
  prefix: 'ey_aaaaaaaa',
  scopes: ['analyses:read'],
  createdAt: new Date(0),
  lastUsedAt: null,
  revokedAt: null,
};

describe('KeyDirectory', () => {
  let stored: Map<string, ApiKeyRow>;
  let broken: boolean;
  const answer = <T>(value: () => T): Promise<T> =>
    broken ? Promise.reject(new AppError('database_unavailable')) : Promise.resolve(value());
  const keys = {
    any: jest.fn(() => answer(() => stored.size > 0)),
    findByKey: jest.fn((key: string) => answer(() => stored.get(key) ?? null)),
    touch: jest.fn((_id: string) => answer(() => undefined)),
  };
  let directory: KeyDirectory;

  beforeEach(() => {
    jest.useFakeTimers();
    jest.clearAllMocks();
    stored = new Map([['ey_a', { ...row }]]);
    broken = false;
    directory = new KeyDirectory({ keys } as unknown as Database, pino({ level: 'silent' }));
  });

  afterEach(() => jest.useRealTimers());

  it('asks the database once for many requests with a key', async () => {
    const found = await Promise.all(Array.from({ length: 50 }, () => directory.find('ey_a')));
    expect(new Set(found)).toEqual(new Set([row]));
    jest.advanceTimersByTime(4_000);
    await directory.find('ey_a');
    expect(keys.findByKey).toHaveBeenCalledTimes(1);
  });

  it('knows which keys were found, however long ago', async () => {
    await directory.find('ey_a');
    await directory.find('ey_b');
    jest.advanceTimersByTime(60_000);
    expect([directory.wasFound('ey_a'), directory.wasFound('ey_b')]).toEqual([true, false]);
  });

  it('forgets a revoked key within five seconds', async () => {
    await directory.find('ey_a');
    stored.clear();
    jest.advanceTimersByTime(5_000);
    expect(await directory.find('ey_a')).toBeNull();
  });

  it('remembers neither keys that do not exist nor failures', async () => {
    expect(await directory.find('ey_b')).toBeNull();
    broken = true;
    await expect(directory.find('ey_b')).rejects.toMatchObject({ code: 'database_unavailable' });
    broken = false;
    stored.set('ey_b', row);
    expect(await directory.find('ey_b')).toEqual(row);
  });

  it('notes the use of a key at most once a minute, and lets it pass when it cannot', async () => {
    stored.set('ey_new', { ...row, id: 'key_new', lastUsedAt: new Date(Date.now() - 59_000) });
    await directory.find('ey_new');
    expect(keys.touch).not.toHaveBeenCalled();
    jest.advanceTimersByTime(5_000);
    keys.touch.mockRejectedValueOnce(new AppError('database_unavailable'));
    expect(await directory.find('ey_new')).toMatchObject({ id: 'key_new' });
    expect(keys.touch.mock.calls).toEqual([['key_new']]);
  });

  describe('whether keys exist', () => {
    it('is asked until there is one, then never again', async () => {
      stored.clear();
      expect([await directory.anyExist(), await directory.anyExist()]).toEqual([false, false]);
      expect(keys.any).toHaveBeenCalledTimes(1);
      stored.set('ey_a', row);
      jest.advanceTimersByTime(5_000);
      expect(await Promise.all([directory.anyExist(), directory.anyExist()])).toEqual([true, true]);
      stored.clear();
      jest.advanceTimersByTime(60_000);
      expect(await directory.anyExist()).toBe(true);
      expect(keys.any).toHaveBeenCalledTimes(2);
    });

    it('is known as soon as one was used', async () => {
      stored.clear();
      await directory.anyExist();
      stored.set('ey_a', row);
      await directory.find('ey_a');
      expect(await directory.anyExist()).toBe(true);
    });

    it('is known from the start', async () => {
      await directory.onApplicationBootstrap();
      expect(directory.anyKnown()).toBe(true);
    });

    it('is no, as far as is known, while the database is away, and is asked again', async () => {
      broken = true;
      await directory.onApplicationBootstrap();
      expect(directory.anyKnown()).toBe(false);
      await expect(directory.anyExist()).rejects.toMatchObject({ code: 'database_unavailable' });
      broken = false;
      expect(await directory.anyExist()).toBe(true);
      expect(directory.anyKnown()).toBe(true);
    });
  });
});
