import { assertKey, assertPrefix, objectKeys } from './keys.js';

describe('objectKeys', () => {
  it('puts everything of an analysis below one prefix', () => {
    const prefix = objectKeys.all('an_1');
    expect(prefix).toBe('analyses/an_1/');
    expect(objectKeys.video('an_1')).toBe('analyses/an_1/video');
    expect(objectKeys.observations('an_1', 2, 7)).toBe('analyses/an_1/2/observations-7.arrow');
    for (const key of [
      objectKeys.plan('an_1', 2),
      objectKeys.sampleTimes('an_1', 2),
      objectKeys.piece('an_1', 2, 7),
      objectKeys.outcome('an_1', 2, 7),
      objectKeys.frames('an_1', 2),
    ]) {
      expect(key.startsWith(`${prefix}2/`)).toBe(true);
      expect(key.startsWith(objectKeys.attempt('an_1', 2))).toBe(true);
      expect(() => assertKey(key)).not.toThrow();
    }
  });
});

describe('keys', () => {
  it.each([
    '',
    '/etc/passwd',
    '../x',
    'a/../../x',
    'a/..',
    'a//b',
    'a/',
    '.incoming/x',
    'a/.b',
    'a\\b',
    'a\0b',
    'ä',
    'a b',
  ])('refuses %j', (key) =>
    expect(() => assertKey(key)).toThrow(expect.objectContaining({ code: 'invalid_request' })),
  );

  it('refuses a key of more than 512 characters', () => {
    expect(() => assertKey('a'.repeat(512))).not.toThrow();
    expect(() => assertKey('a'.repeat(513))).toThrow();
  });

  it('takes as a prefix what a key can start with', () => {
    for (const prefix of ['', 'a', 'a/', 'a/b', 'analyses/an_1/2/obs']) {
      expect(() => assertPrefix(prefix)).not.toThrow();
    }
    for (const prefix of ['/', '..', 'a/../', './']) expect(() => assertPrefix(prefix)).toThrow();
  });
});
