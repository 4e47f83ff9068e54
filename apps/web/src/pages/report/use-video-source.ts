import { type Analysis, type Report } from '@eyeline/client/browser';
import { useEffect, useState } from 'react';

import { hasAnnotatedVideo } from '../../report/annotated-video.js';

export interface VideoSource {
  readonly kind: 'kept' | 'annotated' | 'local';
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
  /** Away with what is shown: back to what the service has, or, where that cannot be played, to the next best. */
  readonly giveUp: () => void;
  /** What the service shows by itself. */
  readonly own: VideoSource | null;
}

/**
 * Which video is shown: what was sent, while it is kept; else the annotated one where there is one; until a file of this
 * device is chosen.
 */
export function useVideoSource(analysis: Analysis, report: Report): VideoChoice {
  const { id, options } = analysis;
  const artifacts = `/v1/analyses/${encodeURIComponent(id)}/artifacts`;
  const [isKeptPlayable, setKeptPlayable] = useState(() => isKept(analysis, Date.now()));
  const kept: VideoSource = { kind: 'kept', url: `${artifacts}/video`, name: '', startS: 0 };
  const annotated: VideoSource | null = hasAnnotatedVideo(options, report)
    ? {
        kind: 'annotated',
        url: `${artifacts}/annotated.mp4`,
        name: '',
        startS: Number(options.start_s ?? 0),
      }
    : null;
  const [local, setLocal] = useState<VideoSource | null>(null);
  useEffect(() => {
    if (local === null) return undefined;
    return () => URL.revokeObjectURL(local.url);
  }, [local]);
  const own = isKeptPlayable ? kept : annotated;
  return {
    source: local ?? own,
    choose: (file) => setLocal({ kind: 'local', url: URL.createObjectURL(file), name: file.name, startS: 0 }),
    giveUp: () => {
      if (local !== null) setLocal(null);
      else if (own?.kind === 'kept') setKeptPlayable(false);
    },
    own,
  };
}

/** Whether the video as it was sent is still there, by the time for which it was to be kept. */
export function isKept(
  { options, completed_at: endedAt }: Pick<Analysis, 'options' | 'completed_at'>,
  nowMs: number,
): boolean {
  const hours = Number(options.retain_video_hours ?? 0);
  return endedAt !== null && nowMs < Date.parse(endedAt) + hours * 3_600_000;
}

/** Whether a file can be the video that was analysed: containers round their lengths, players differ by a frame or two. */
export const isSameLength = (lengthS: number, expectedS: number): boolean =>
  Math.abs(lengthS - expectedS) <= Math.max(0.5, expectedS * 0.01);
