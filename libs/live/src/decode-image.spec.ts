import { toLuma } from './decode-image.js';

it('weighs colours as BT.601 does', () => {
  const rgb = [...[0, 0, 0, 255, 255, 255, 128, 128, 128], ...[255, 0, 0, 0, 255, 0, 0, 0, 255]];
  expect([...toLuma(Uint8Array.from(rgb))]).toEqual([0, 255, 128, 76, 150, 29]);
});
