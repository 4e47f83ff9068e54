import { basename, resolve } from 'node:path';

import { UsageError, parseDemoArguments } from './demo-arguments.mjs';

const root = resolve(__dirname, '..');

describe('parseDemoArguments', () => {
  it('takes the bundled clip when no video is named', () => {
    const request = parseDemoArguments([], [root]);
    expect(request).toMatchObject({ help: false, json: false, keep: false });
    expect(basename(request.video)).toBe('average-person.mp4');
  });

  it('finds the video from the first folder that has it, flags in any order', () => {
    const request = parseDemoArguments(['--json', 'package.json', '--keep'], ['/nowhere', root]);
    expect(request).toEqual({ help: false, video: resolve(root, 'package.json'), json: true, keep: true });
  });

  it.each([
    [['nothing-here.mp4'], /no file nothing-here\.mp4/],
    [['scripts'], /not a file/],
    [['--jsno'], /Unknown option '--jsno'[^]*Usage:/],
    [['package.json', 'LICENSE'], /One video[^]*Usage:/],
  ])('refuses %j', (args, message) => {
    expect(() => parseDemoArguments(args, [root])).toThrow(UsageError);
    expect(() => parseDemoArguments(args, [root])).toThrow(message);
  });
});
