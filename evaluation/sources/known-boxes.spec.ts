import { UsageError } from '../../commands/usage-error.js';
import { parseKnownBoxes } from './known-boxes.js';

const clip = { width: 640, height: 360, frames: [[[0.9, 1, 2, 30, 40]], []] };

describe('parseKnownBoxes', () => {
  it('reads the boxes of each clip', () => {
    expect(parseKnownBoxes({ 'a.mp4': clip }, 'f').get('a.mp4')).toEqual({
      ...clip,
      frames: [[{ score: 0.9, x: 1, y: 2, w: 30, h: 40 }], []],
    });
  });

  it.each([
    ['a list', [], 'f holds no boxes'],
    ['a clip without a size', { 'a.mp4': { ...clip, width: undefined } }, 'at a.mp4 / width'],
    ['a clip without frames', { 'a.mp4': { ...clip, frames: [] } }, 'at a.mp4 / frames'],
    ['a frame that is none', { 'a.mp4': { ...clip, frames: [[], null] } }, 'at a.mp4 / frames / 1'],
    [
      'a box of four numbers',
      { 'a.mp4': { ...clip, frames: [[[1, 2, 3, 4]]] } },
      'at a.mp4 / frames / 0 / 0',
    ],
    ['a box without a width', { 'a.mp4': { ...clip, frames: [[[1, 2, 3, 0, 4]]] } }, 'frames / 0 / 0 / 3'],
    ['percent', { 'a.mp4': { ...clip, frames: [[[90, 1, 2, 30, 40]]] } }, 'frames / 0 / 0 / 0'],
  ])('refuses %s', (_what, value, words) => {
    expect(() => parseKnownBoxes(value, 'f')).toThrow(UsageError);
    expect(() => parseKnownBoxes(value, 'f')).toThrow(words);
  });
});
