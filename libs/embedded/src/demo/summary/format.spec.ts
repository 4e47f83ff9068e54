import { formatPercent, formatTime, wrapText } from './format.js';

describe('formatTime', () => {
  it.each([
    [0, 0, '0:00'],
    [59.6, 0, '1:00'],
    [59.96, 1, '1:00.0'],
    [7.25, 1, '0:07.3'],
    [3725, 0, '1:02:05'],
  ])('%d s with %d digits is %s', (seconds, digits, text) => expect(formatTime(seconds, digits)).toBe(text));
});

describe('formatPercent', () => {
  it.each([
    [0, '0 %'],
    [0.3, '<1 %'],
    [41.5, '42 %'],
    [100, '100 %'],
  ])('%d is %s', (value, text) => expect(formatPercent(value)).toBe(text));
});

describe('wrapText', () => {
  it('breaks between words, and keeps every one', () => {
    const text = 'faces of so few pixels are read badly';
    const lines = wrapText(text, 12);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(12);
    expect(lines.join(' ')).toBe(text);
    expect(wrapText('short', 12)).toEqual(['short']);
  });
});
