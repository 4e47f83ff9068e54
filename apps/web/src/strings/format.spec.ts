import { formatFor } from './format.js';

const now = Date.parse('2026-03-01T12:00:00Z');
const plain = (text: string): string => text.replace(/\s/g, ' ');

describe('formatFor', () => {
  it('writes as the language does', () => {
    const [en, es] = [formatFor('en'), formatFor('es')];
    expect([en.percent(41.6), plain(es.percent(41.6))]).toEqual(['42%', '42 %']);
    expect([en.number(1234.5, 1), es.number(12345.6, 1)]).toEqual(['1,234.5', '12.345,6']);
    expect([0, 999, 1000, 275_355, 20e9].map((size) => plain(en.bytes(size)))).toEqual([
      ...['0 bytes', '999 bytes', '1 kB', '275 kB', '20 GB'],
    ]);
  });

  it('clocks seconds, rounded down', () => {
    const { clock } = formatFor('en');
    expect([0, 9.99, 65, 3723, -1].map(clock)).toEqual(['0:00', '0:09', '1:05', '1:02:03', '0:00']);
  });

  it('says how long ago', () => {
    const { ago } = formatFor('en');
    const at = (seconds: number): string => ago(new Date(now - seconds * 1000).toISOString(), now);
    expect([3, 59, 61, 7300, 86_400].map(at)).toEqual([
      'now',
      '59 sec. ago',
      '1 min. ago',
      '2 hr. ago',
      'yesterday',
    ]);
  });
});
