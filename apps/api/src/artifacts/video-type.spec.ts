import { videoTypeOf } from './video-type.js';

const head = (text: string): Buffer => Buffer.from(text.padEnd(64, '\0'), 'latin1');

it.each([
  ['\0\0\0\x20ftypisom', 'video/mp4'],
  ['\0\0\0\x20ftypM4V ', 'video/mp4'],
  ['\0\0\0\x14ftypqt  ', 'video/quicktime'],
  ['\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm', 'video/webm'],
  ['\x1a\x45\xdf\xa3\xa3B\x82\x88matroska', 'video/matroska'],
  ['RIFF\0\0\0\0AVI LIST', 'video/x-msvideo'],
  ['OggS\0\x02', 'video/ogg'],
  ['RIFF\0\0\0\0WAVEfmt ', 'application/octet-stream'],
  ['<!doctype html><script>', 'application/octet-stream'],
])('%j is %s', (bytes, type) => {
  expect(videoTypeOf(head(bytes))).toBe(type);
});

it('takes files that are too short for any video', () => {
  for (const length of [0, 3, 7]) expect(videoTypeOf(Buffer.alloc(length))).toBe('application/octet-stream');
});
