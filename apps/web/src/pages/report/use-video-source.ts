import { type Analysis, type Report } from '@eyeline/client/browser';
import { useEffect, useState } from 'react';

import { hasAnnotatedVideo } from '../../report/annotated-video.js';

export interface VideoSource {
  readonly kind: 'annotated' | 'local';
  readonly url: string;
  /** Of a local file. */
  readonly name: string;
  /** The time in the analysed video at which it begins. */
  readonly startS: number;
}

export interface VideoChoice {
  /** Null: there is none, or none was chosen. */
  readonly source: VideoSource | null;
  readonly choose: (file: File) => void;
  /** Back to the annotated video, or to none. */
  readonly giveUp: () => void;
  readonly annotated: VideoSource | null;
}

/** Which video is shown: the annotated one where there is one, until a file of this device is chosen. */
export function useVideoSource({ id, options }: Analysis, report: Report): VideoChoice {
  const annotated: VideoSource | null = hasAnnotatedVideo(options, report)
    ? {
        kind: 'annotated',
        url: `/v1/analyses/${encodeURIComponent(id)}/artifacts/annotated.mp4`,
        name: '',
        startS: Number(options.start_s ?? 0),
      }
    : null;
  const [local, setLocal] = useState<VideoSource | null>(null);
  useEffect(() => {
    if (local === null) return undefined;
    return () => URL.revokeObjectURL(local.url);
  }, [local]);
  return {
    source: local ?? annotated,
    choose: (file) => setLocal({ kind: 'local', url: URL.createObjectURL(file), name: file.name, startS: 0 }),
    giveUp: () => setLocal(null),
    annotated,
  };
}

/** Whether a file can be the video that was analysed: containers round their lengths, players differ by a frame or two. */
export const isSameLength = (lengthS: number, expectedS: number): boolean =>
  Math.abs(lengthS - expectedS) <= Math.max(0.5, expectedS * 0.01);
