import { readFileSync } from 'node:fs';

import { type ErrorCode } from '@eyeline/contracts';
import { type ClipMaker, fixture } from '@eyeline/testing';

/** A video that clients send, and what becomes of it when nothing gets in the way. */
export interface Video {
  /** Also the tag of its analyses. */
  readonly name: string;
  readonly query: Readonly<Record<string, string>>;
  readonly deserves: 'completed' | ErrorCode;
  make(clips: ClipMaker): string;
}

/** Every frame of a small clip: some seconds of one lane for the long one, less than one for the short one. */
const everyFrame = { sampling_fps: '0', max_side: '320' };

const cut = (clips: ClipMaker, name: string, startS: number, durationS: number): string =>
  clips.make(
    name,
    ...['-ss', String(startS), '-t', String(durationS), '-i', fixture('average-person.mp4')],
    ...['-vf', 'scale=320:-2', '-c:v', 'libx264', '-preset', 'veryfast', '-g', '25', '-threads', '1', '-an'],
  );

export const VIDEOS = {
  short: {
    name: 'short',
    query: everyFrame,
    deserves: 'completed',
    make: (clips) => cut(clips, 'short.mp4', 2, 1.6),
  },
  /** Longer than SEGMENT_S: several pieces, and a report that waits for all of them. */
  long: {
    name: 'long',
    query: everyFrame,
    deserves: 'completed',
    make: (clips) => cut(clips, 'long.mp4', 4, 7),
  },
  /** Its video goes as soon as the report is written. */
  private: {
    name: 'private',
    query: { ...everyFrame, retain_video_hours: '0' },
    deserves: 'completed',
    make: (clips) => cut(clips, 'private.mp4', 12, 1.2),
  },
  /** No video at all. */
  text: {
    name: 'text',
    query: {},
    deserves: 'unsupported_media',
    make: (clips) => clips.write('text.mp4', 'This is a letter.\n'.repeat(500)),
  },
  /** A file whose sound is all there is. */
  sound: {
    name: 'sound',
    query: {},
    deserves: 'no_video_stream',
    make: (clips) => clips.make('sound.m4a', '-f', 'lavfi', '-i', 'sine=d=2', '-c:a', 'aac'),
  },
  /** Whole at first sight: only decoding shows that there is no picture in it. */
  torn: {
    name: 'torn',
    query: everyFrame,
    deserves: 'corrupt_video',
    make: (clips) => {
      const bytes = readFileSync(cut(clips, 'whole.mp4', 0, 1));
      const pictures = bytes.indexOf('mdat') + 4;
      return clips.write('torn.mp4', bytes.fill(0x55, pictures, bytes.indexOf('moov') - 4));
    },
  },
} as const satisfies Record<string, Video>;

export type VideoName = keyof typeof VIDEOS;

/** The bytes of each. */
export function makeVideos(clips: ClipMaker): ReadonlyMap<string, Buffer> {
  return new Map(Object.values<Video>(VIDEOS).map((video) => [video.name, readFileSync(video.make(clips))]));
}
