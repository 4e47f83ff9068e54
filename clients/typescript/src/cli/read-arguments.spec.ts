import { onlyWord, readArguments, textOf } from './read-arguments.js';
import { UsageError } from './usage.js';

describe('readArguments', () => {
  it('reads a command, its words and its options, in whatever order', () => {
    const args = readArguments(['--json', 'analyze', 'a.mp4', '--option', 'a=1', 'b.mp4', '--option=b=2']);
    expect(args).toMatchObject({
      command: 'analyze',
      words: ['a.mp4', 'b.mp4'],
      flags: { json: true, wait: false, option: ['a=1', 'b=2'] },
    });
    expect(textOf(readArguments(['--url', 'http://x', 'list']), 'url')).toBe('http://x');
  });

  it('knows when nothing is asked for', () => {
    expect(readArguments([])).toMatchObject({ command: null });
    expect(readArguments(['--help'])).toMatchObject({ command: null, flags: { help: true } });
    expect(readArguments(['list', '-h'])).toMatchObject({ command: 'list', flags: { help: true } });
  });

  it.each([
    ['an unknown command', ['analyse', 'a.mp4']],
    ['an unknown option', ['list', '--colour']],
    ['an option of another command', ['status', 'an_1', '--out', 'x']],
    ['an option without its value', ['list', '--tag']],
    ['a switch with a value', ['list', '--json=yes']],
    ['what every object has', ['constructor']],
  ])('refuses %s', (_name, argv) => {
    expect(() => readArguments(argv)).toThrow(UsageError);
  });

  it('wants one word where one is wanted', () => {
    expect(onlyWord(readArguments(['status', 'an_1']), 'ID')).toBe('an_1');
    expect(() => onlyWord(readArguments(['status']), 'ID')).toThrow(UsageError);
    expect(() => onlyWord(readArguments(['status', 'an_1', 'an_2']), 'ID')).toThrow(UsageError);
  });
});
