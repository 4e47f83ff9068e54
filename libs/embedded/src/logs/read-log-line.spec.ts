import { readLogLine } from './read-log-line.js';

describe('readLogLine', () => {
  it('reads level, message and error of a JSON line', () => {
    const line = JSON.stringify({
      level: 50,
      msg: 'job failed',
      err: { message: 'disk full', stack: '...' },
    });
    expect(readLogLine(line, 'stdout')).toEqual({
      level: 50,
      levelName: 'error',
      text: 'job failed (disk full)',
    });
  });

  it('says an error once that is the message too', () => {
    expect(readLogLine('{"level":60,"msg":"gone","err":{"message":"gone"}}', 'stdout').text).toBe('gone');
  });

  it.each(['plain words', '{"broken', '[1]', '{"no":"level"}'])('takes %s as it is', (line) => {
    expect(readLogLine(line, 'stdout')).toEqual({ level: 30, levelName: 'info', text: line });
    expect(readLogLine(line, 'stderr').level).toBe(50);
  });
});
