import { CutJudge, type PacketFacts } from './cut-judge.js';

const h264 = { codec: 'h264' };

/** Ten frames at 25 a second, a key frame first and in the middle, of which some are as `change` says. */
function judge(change: (i: number) => Partial<PacketFacts> = () => ({}), video = h264): boolean {
  const cutJudge = new CutJudge();
  for (let i = 0; i < 10; i++) {
    const isKey = i % 5 === 0;
    const sizeBytes = isKey ? 1000 : 100;
    const usual = { timeS: i / 25, pts: i, dts: i - 2, sizeBytes, isKey, isHidden: false, sideData: [] };
    cutJudge.take({ ...usual, ...change(i) });
  }
  return cutJudge.canBeCut(video);
}

const at =
  (place: number, facts: Partial<PacketFacts>) =>
  (i: number): Partial<PacketFacts> =>
    i === place ? facts : {};

describe('CutJudge', () => {
  it('lets an orderly file be cut', () => {
    expect(judge()).toBe(true);
    expect(judge(at(0, { dts: NaN }))).toBe(true);
    expect(judge(at(3, { sideData: ['MPEGTS Stream ID'] }))).toBe(true);
  });

  it.each([
    ['a hidden frame', at(1, { isHidden: true })],
    ['a frame before the start', at(0, { timeS: -0.04 })],
    ['a frame without a time', at(4, { pts: NaN })],
    ['a frame that is shown before it is decoded', at(4, { dts: 5 })],
    ['a clock that stands still', at(4, { dts: 1 })],
    ['settings that change on the way', at(4, { sideData: ['MPEGTS Stream ID', 'New Extradata'] })],
    ['strips in place of key frames', (i: number) => ({ sizeBytes: i === 0 ? 1000 : 100 })],
  ])('keeps together a file with %s', (_name, change) => {
    expect(judge(change)).toBe(false);
  });

  it('keeps together a file whose codec was never tried', () => {
    expect(judge(undefined, { codec: 'qtrle' })).toBe(false);
  });

  it('takes a video of key frames alone', () => {
    expect(judge(() => ({ isKey: true, sizeBytes: 100 }))).toBe(true);
    expect(judge((i) => ({ isKey: i === 0 }))).toBe(true);
  });
});
