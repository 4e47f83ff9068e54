import { type Emotion, type Report, type TimelineBucket } from '@eyeline/contracts';

/** From this share of a bucket's observations on, in percent, it counts as eye contact. */
const LOOKING_FROM = 50;

/** A stretch in which the same expression prevails and eye contact is, or is not. */
export interface CaptionCue {
  readonly startMs: number;
  readonly endMs: number;
  readonly emotion: Emotion;
  readonly eyeContact: boolean;
}

/**
 * The timeline of a report as WebVTT captions, for a player to show beside the video: one cue for each run of buckets
 * that say the same. Where nobody is seen there is no cue.
 */
export function writeCaptions(report: Report): string {
  const cues = listCues(report.timeline).map(
    ({ startMs, endMs, emotion, eyeContact }, i) =>
      `${i + 1}\n${timestamp(startMs)} --> ${timestamp(endMs)}\n${emotion}${eyeContact ? ', eye contact' : ''}\n`,
  );
  return [
    'WEBVTT\n',
    `NOTE\nEyeline ${report.analysis_id}: expressions of faces, not feelings\n`,
    ...cues,
  ].join('\n');
}

export function listCues(timeline: readonly TimelineBucket[]): CaptionCue[] {
  const cues: CaptionCue[] = [];
  for (const bucket of timeline) {
    const emotion = bucket.dominant_emotion;
    const [startMs, endMs] = [toMs(bucket.start_s), toMs(bucket.end_s)];
    // A cue has to last: WebVTT knows no empty ones.
    if (emotion === null || endMs <= startMs) continue;
    const eyeContact = (bucket.eye_contact_score ?? 0) >= LOOKING_FROM;
    const last = cues.at(-1);
    if (last?.endMs === startMs && last.emotion === emotion && last.eyeContact === eyeContact)
      cues[cues.length - 1] = { ...last, endMs };
    else cues.push({ startMs, endMs, emotion, eyeContact });
  }
  return cues;
}

const toMs = (seconds: number): number => Math.round(seconds * 1000);

/** Hours have two digits or more. */
function timestamp(ms: number): string {
  const digits = (value: number, length = 2): string => String(Math.floor(value)).padStart(length, '0');
  return `${digits(ms / 3_600_000)}:${digits((ms / 60_000) % 60)}:${digits((ms / 1000) % 60)}.${digits(ms % 1000, 3)}`;
}
