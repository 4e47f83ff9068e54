import { newAnalysisId } from './analysis-id.js';
import { decodeCursor, encodeCursor } from './page-cursor.js';

describe('a cursor', () => {
  it('carries a position, to the millisecond, in characters that need no escape in a query', () => {
    const position = { createdAt: new Date('2026-11-21T08:00:00.123Z'), id: newAnalysisId() };
    const cursor = encodeCursor(position);
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(decodeCursor(cursor)).toEqual(position);
  });

  it.each([
    ['nothing', ''],
    ['an id', 'an_01ke3p8z5q7m2vxr0w9c'],
    ['random bytes', 'AAECAwQFBgc'],
    ['no date', Buffer.from('["yesterday","an_1"]').toString('base64url')],
    ['no id', Buffer.from('["2026-11-21T08:00:00.000Z",7]').toString('base64url')],
    [
      'text that PostgreSQL cannot hold',
      Buffer.from('["2026-11-21T08:00:00.000Z","\\u0000"]').toString('base64url'),
    ],
    ['more than a position', Buffer.from('["2026-11-21T08:00:00.000Z","an_1",1]').toString('base64url')],
  ])('that is %s is an invalid request', (_, cursor) => {
    expect(() => decodeCursor(cursor)).toThrow(
      expect.objectContaining({
        code: 'invalid_request',
        errors: [expect.objectContaining({ pointer: 'cursor' })],
      }),
    );
  });
});
