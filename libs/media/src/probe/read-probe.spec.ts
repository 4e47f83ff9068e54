import { type AppError } from '@eyeline/contracts';

import { type ProbeOutput, type ProbeStream, readProbe } from './read-probe.js';

const picture: ProbeStream = {
  index: 0,
  codec_type: 'video',
  codec_name: 'h264',
  width: 1280,
  height: 720,
  avg_frame_rate: '30000/1001',
  r_frame_rate: '30000/1001',
  start_time: '1.5',
  duration: '10',
};
const read = (stream: Partial<ProbeStream>, format: object = {}) =>
  readProbe({
    streams: [{ ...picture, ...stream }],
    format: { format_name: 'mov', start_time: '1.0', ...format },
  });

const codeOf = (output: ProbeOutput): unknown => {
  try {
    return readProbe(output);
  } catch (error) {
    return (error as AppError).code;
  }
};

describe('readProbe', () => {
  it('counts time from the start of the container', () => {
    expect(read({})).toMatchObject({ startS: 1, durationS: 10.5, durationIsStated: true });
  });

  it('gives the size of the upright picture', () => {
    expect(read({ side_data_list: [{ rotation: -90 }] })).toMatchObject({
      rotation: 90,
      width: 720,
      height: 1280,
    });
    expect(read({ side_data_list: [{ rotation: 90 }] })).toMatchObject({ rotation: 270, width: 720 });
    expect(read({ side_data_list: [{ rotation: 180 }] })).toMatchObject({ rotation: 180, width: 1280 });
    expect(read({}).rotation).toBe(0);
  });

  it('reads the duration that Matroska writes as a tag, then the container’s', () => {
    expect(read({ duration: undefined, tags: { DURATION: '00:01:02.500000000' } }).durationS).toBe(63);
    expect(read({ duration: undefined }, { duration: '7.5' })).toMatchObject({
      durationS: 7.5,
      durationIsStated: false,
    });
  });

  it('reads colours as the file says, and by the size of its picture where it does not', () => {
    const matrixOf = (stream: Partial<ProbeStream>): string => read(stream).colorMatrix;
    expect(matrixOf({ color_space: 'smpte170m' })).toBe('bt601');
    expect(matrixOf({ color_space: 'bt709', width: 320, height: 240 })).toBe('bt709');
    expect(matrixOf({ color_space: 'bt2020nc' })).toBe('bt2020');
    expect(matrixOf({ color_space: 'gbr' })).toBe('bt601');
    expect(matrixOf({ color_space: 'unknown' })).toBe('bt709');
    expect(matrixOf({ width: 720, height: 576 })).toBe('bt601');
    expect(matrixOf({ width: 720, height: 1280 })).toBe('bt709');
  });

  it('does not take cover art or sound for a video', () => {
    const format = { format_name: 'mp3' };
    expect(codeOf({ streams: [{ ...picture, disposition: { attached_pic: 1 } }], format })).toBe(
      'no_video_stream',
    );
    expect(codeOf({ streams: [{ index: 0, codec_type: 'audio' }], format })).toBe('no_video_stream');
    expect(codeOf({ streams: [{ ...picture, width: 0 }], format })).toBe('corrupt_video');
  });
});
