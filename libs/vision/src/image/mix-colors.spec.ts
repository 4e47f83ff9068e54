import { COLOR_MATRICES, type ColorMatrix } from '@eyeline/contracts';
import fc from 'fast-check';

import { mixColors } from './mix-colors.js';

/** One pixel. */
function mix(luma: number, cb: number, cr: number, matrix: ColorMatrix): number[] {
  const numbers = Float32Array.of(luma, cb, cr);
  mixColors({ numbers, offset: 0, area: 1, stride: 1 }, { width: 1, height: 1 }, matrix);
  return [...numbers];
}

const about = (...values: number[]): unknown[] => values.map((value) => expect.closeTo(value, 0) as unknown);

describe('mixColors', () => {
  it.each<[string, number[], number[]]>([
    ['white', [255, 128, 128], [255, 255, 255]],
    ['black', [0, 128, 128], [0, 0, 0]],
    ['red', [76.245, 84.97232, 255.5], [255, 0, 0]],
    ['green', [149.685, 43.52768, 21.23456], [0, 255, 0]],
    ['blue', [29.07, 255.5, 107.26544], [0, 0, 255]],
    ['skin', [179.92, 85.7, 159.4], [224, 172, 105]],
  ])('gives %s as JFIF has it', (_name, [luma, cb, cr], expected) => {
    expect(mix(luma, cb, cr, 'bt601')).toEqual(about(...expected));
  });

  it.each<[ColorMatrix, number[], number[]]>([
    // what ffmpeg makes of pure red and of skin, by BT.709 and BT.2020
    ['bt709', [54, 99, 255], [255, 0, 0]],
    ['bt709', [178, 88, 157], [224, 172, 105]],
    ['bt2020', [67, 92, 255], [255, 0, 0]],
  ])('knows %s', (matrix, [luma, cb, cr], expected) => {
    const mixed = mix(luma, cb, cr, matrix);
    mixed.forEach((value, i) => expect(Math.abs(value - expected[i])).toBeLessThan(2));
  });

  it('undoes what the weights of red, green and blue make', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    const weights = { bt601: [0.299, 0.114], bt709: [0.2126, 0.0722], bt2020: [0.2627, 0.0593] };
    fc.assert(
      fc.property(byte, byte, byte, fc.constantFrom(...COLOR_MATRICES), (r, g, b, matrix) => {
        const [kr, kb] = weights[matrix];
        const luma = kr * r + (1 - kr - kb) * g + kb * b;
        const cb = 128 + (b - luma) / (2 * (1 - kb));
        const cr = 128 + (r - luma) / (2 * (1 - kr));
        mix(luma, cb, cr, matrix).forEach((value, i) => expect(value).toBeCloseTo([r, g, b][i], 2));
      }),
    );
  });

  it('cuts off what no screen can show', () => {
    expect(mix(250, 128, 255, 'bt601')[0]).toBe(255);
    expect(mix(5, 0, 128, 'bt601')[2]).toBe(0);
  });

  it('mixes the picture alone, not what lies beside and below it', () => {
    const numbers = new Float32Array(1 + 3 * 6).fill(50);
    mixColors({ numbers, offset: 1, area: 6, stride: 3 }, { width: 2, height: 1 }, 'bt601');
    const isMixed = [...numbers].map((value) => value !== 50);
    expect(isMixed.flatMap((yes, i) => (yes ? [i] : []))).toEqual([1, 2, 7, 8, 13, 14]);
  });
});
