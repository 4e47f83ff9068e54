import { shrinkPicture } from './shrink-picture.js';

describe('shrinkPicture', () => {
  it('takes the mean of the pixels that one stands for, and cuts what is left', () => {
    const data = Uint8Array.of(0, 10, 50, 50, 9, 20, 31, 50, 50, 9, 8, 8, 8, 8, 8);
    expect(shrinkPicture({ width: 5, height: 3, data }, 2)).toEqual({
      ...{ width: 2, height: 1, data: Uint8Array.of(15, 50) },
    });
  });

  it('brings the colours along', () => {
    const chroma = {
      ...{ width: 4, height: 4, matrix: 'bt601' as const },
      cb: new Uint8Array(16).fill(90),
      cr: Uint8Array.from({ length: 16 }, (_, i) => (i % 4 < 2 ? 100 : 200)),
    };
    expect(shrinkPicture({ width: 8, height: 8, data: new Uint8Array(64), chroma }, 2)).toMatchObject({
      ...{ width: 4, height: 4 },
      chroma: {
        ...{ width: 2, height: 2, matrix: 'bt601' },
        ...{ cb: Uint8Array.of(90, 90, 90, 90), cr: Uint8Array.of(100, 200, 100, 200) },
      },
    });
  });
});
