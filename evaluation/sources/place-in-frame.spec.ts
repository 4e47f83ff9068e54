import { placeInFrame } from './place-in-frame.js';

const picture = { width: 2, height: 2, data: Uint8Array.of(0, 100, 40, 200) };

describe('placeInFrame', () => {
  it('puts a picture into the middle and draws its edge out', () => {
    const { data, ...rest } = placeInFrame(picture, 1, { width: 4, height: 4 });
    expect(rest).toEqual({ tS: 0, width: 4, height: 4 });
    expect([...data]).toEqual([0, 0, 100, 100, 0, 0, 100, 100, 40, 40, 200, 200, 40, 40, 200, 200]);
  });

  it('enlarges by what lies between the pixels', () => {
    const { data } = placeInFrame(picture, 2, { width: 4, height: 4 });
    // centres at -0.25, 0.25, 0.75, 1.25 of the picture's pixels
    expect([...data.subarray(0, 4)]).toEqual([0, 25, 75, 100]);
    expect([data[0], data[4], data[8], data[12]]).toEqual([0, 10, 30, 40]);
  });

  it('brings the colours along, where the face is', () => {
    const chroma = {
      width: 1,
      height: 1,
      cb: Uint8Array.of(90),
      cr: Uint8Array.of(200),
      matrix: 'bt601' as const,
    };
    const placed = placeInFrame({ ...picture, chroma }, 1, { width: 5, height: 6 });
    expect(placed.chroma).toMatchObject({ width: 3, height: 3, matrix: 'bt601' });
    expect([...placed.chroma!.cr]).toEqual(Array(9).fill(200));
    expect(placed.data).toHaveLength(30);
  });

  it('does not cut', () => {
    expect(() => placeInFrame(picture, 3, { width: 4, height: 4 })).toThrow(RangeError);
  });
});
