import { parseArguments } from './arguments.js';
import { UsageError } from '../commands/usage-error.js';

describe('parseArguments', () => {
  it('reads what is asked for', () => {
    expect(parseArguments(['evaluate', '--images', 'faces', '--lanes', '3', '--json', '--out', 'o'])).toEqual(
      {
        ...{
          source: 'images',
          path: 'faces',
          split: 'private',
          truth: null,
          boxes: null,
          model: null,
          lanes: 3,
        },
        ...{ json: true, out: 'o', writeDocs: false },
      },
    );
    expect(
      parseArguments(['evaluate', '--fer2013', 'a.npz', '--split', 'public', '--write-docs']),
    ).toMatchObject({
      source: 'fer2013',
      path: 'a.npz',
      split: 'public',
      json: false,
      out: null,
      writeDocs: true,
    });
    expect(parseArguments(['evaluate', '--clips', 'x'])?.lanes).toBeGreaterThan(0);
    expect(parseArguments(['evaluate', '--drawn', 'x'])).toMatchObject({ source: 'drawn', path: 'x' });
    expect(parseArguments(['evaluate', '--clips', 'x', '--model', 'mine'])?.model).toBe('mine');
    expect(parseArguments(['evaluate', '--clips', 'x', '--truth', 'y'])?.truth).toBe('y');
    expect(parseArguments(['evaluate', '--clips', 'x', '--boxes', 'y.json'])?.boxes).toBe('y.json');
  });

  it.each([[['--help']], [['evaluate', '-h']], [['evaluate', '--images', 'x', '--help']]])(
    'helps: %j',
    (args) => {
      expect(parseArguments(args)).toBeNull();
    },
  );

  it.each([
    [[], 'evaluate'],
    [['train'], '"train"'],
    [['evaluate', 'more', '--images', 'x'], '"evaluate more"'],
    [['evaluate'], 'Give one of'],
    [['evaluate', '--images', 'a', '--clips', 'b'], 'Give one of'],
    [['evaluate', '--images'], '--images'],
    [['evaluate', '--images', ''], '--images needs a path'],
    [['evaluate', '--pictures', 'a'], '--pictures'],
    [['evaluate', '--images', 'a', '--split', 'public'], '--split'],
    [['evaluate', '--images', 'a', '--truth', 'b'], '--truth'],
    [['evaluate', '--images', 'a', '--boxes', 'b'], '--boxes is for --clips'],
    [['evaluate', '--clips', 'a', '--boxes', ''], '--boxes needs a path'],
    [['evaluate', '--clips', 'a', '--boxes', 'b', '--truth', 'c'], 'not by both'],
    [['evaluate', '--fer2013', 'a', '--split', 'secret'], '"secret"'],
    [['evaluate', '--images', 'a', '--lanes', '0'], '--lanes'],
    [['evaluate', '--images', 'a', '--model', 'mine', '--write-docs'], '--model'],
    [['evaluate', '--images', 'a', '--lanes', '1.5'], '--lanes'],
  ])('refuses %j', (args, words) => {
    expect(() => parseArguments(args)).toThrow(UsageError);
    expect(() => parseArguments(args)).toThrow(words);
  });
});
