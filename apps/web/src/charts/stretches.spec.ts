import { kindsOf, stretchesOf } from './stretches.js';

const episode = (face_id: number, start_s: number, end_s: number, kind: number) => ({
  ...{ face_id, start_s, end_s, kind },
});

const people = stretchesOf(
  [episode(1, 0, 4, 2), episode(2, 1, 3, 0), episode(1, 4, 6, 5), episode(1, 8, 8.1, 1)],
  ({ kind }) => kind,
);

describe('stretchesOf', () => {
  it('holds each person by themselves, in order', () => {
    expect([...people.keys()]).toEqual([1, 2]);
    expect([...people.get(1)!.startsS]).toEqual([0, 4, 8]);
    expect([...people.get(1)!.kinds]).toEqual([2, 5, 1]);
    expect([...people.get(2)!.endsS]).toEqual([3]);
  });
});

describe('kindsOf', () => {
  const one = people.get(1)!;

  it('has a kind for each pixel, and none where there is nothing', () => {
    expect([...kindsOf(one, { fromS: 0, toS: 10 }, 10)]).toEqual([2, 2, 2, 2, 5, 5, -1, -1, 1, -1]);
  });

  it('shows what fills most of a pixel', () => {
    expect([...kindsOf(one, { fromS: 0, toS: 10 }, 2)]).toEqual([2, 5]);
  });

  it('shows the part of a stretch that is within the range', () => {
    expect([...kindsOf(one, { fromS: 3, toS: 5 }, 4)]).toEqual([2, 2, 5, 5]);
    expect([...kindsOf(one, { fromS: 6.5, toS: 7.5 }, 4)]).toEqual([-1, -1, -1, -1]);
  });
});
