import { toChroma, toLuma } from './decode-image.js';

it('weighs colours as BT.601 does', () => {
  const rgb = [...[0, 0, 0, 255, 255, 255, 128, 128, 128], ...[255, 0, 0, 0, 255, 0, 0, 0, 255]];
  expect([...toLuma(Uint8Array.from(rgb))]).toEqual([0, 255, 128, 76, 150, 29]);
});

it('makes chroma of the mean of 2 x 2 pixels, as JFIF does', () => {
  const [red, blue, gray] = [
    [255, 0, 0],
    [0, 0, 255],
    [77, 77, 77],
  ];
  // an odd width and height: the last column and row stand for themselves
  const rows = [
    [red, red, blue],
    [red, red, gray],
    [gray, blue, gray],
  ];
  const { width, height, cb, cr, matrix } = toChroma(Uint8Array.from(rows.flat(2)), 3, 3);
  expect([width, height, matrix]).toEqual([2, 2, 'bt601']);
  // pure: 84.97 and 255.5 of red, 255.5 and 107.27 of blue; half of it with grey beside
  expect([...cb]).toEqual([85, 192, 192, 128]);
  expect([...cr]).toEqual([255, 118, 118, 128]);
});
