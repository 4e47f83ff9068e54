import { chooseRange } from './frame-range.js';

describe('chooseRange', () => {
  it('is the whole video unless the options say otherwise', () => {
    expect(chooseRange(19.7, { start_s: 0, end_s: null })).toEqual({ startS: 0, endS: 19.7 });
    expect(chooseRange(19.7, { start_s: 3, end_s: 8 })).toEqual({ startS: 3, endS: 8 });
  });

  it('ends where the video ends', () => {
    expect(chooseRange(10, { start_s: 4, end_s: 60 })).toEqual({ startS: 4, endS: 10 });
  });

  it('refuses a start after the end, and names the field', () => {
    expect(() => chooseRange(10, { start_s: 10, end_s: null })).toThrow(
      expect.objectContaining({
        code: 'invalid_request',
        errors: [expect.objectContaining({ pointer: '/start_s' })],
      }),
    );
  });
});
