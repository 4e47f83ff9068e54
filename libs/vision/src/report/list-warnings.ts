import { type Gap, type Warning } from '@eyeline/contracts';

import { type FrameLedger } from './frame-ledger.js';

/** A face of fewer analysed pixels (shorter side) has eyes of about 15 pixels: whether they look is a guess. */
export const SMALLEST_READABLE_FACE_PX = 64;

/** So large a share of uncertain observations, or of eyes that cannot be read, is worth a word. */
export const LARGE_UNCERTAIN_SHARE = 0.2;

/** What a reader has to know about a report before trusting its numbers, in plain words. */
export function listWarnings(facts: {
  readonly ledger: FrameLedger;
  readonly gaps: readonly Gap[];
  readonly framesWithFace: number;
  readonly maxFaces: number;
  /** Mean shorter side of each person's face, in pixels of the analysed picture. */
  readonly faceSidesPx: readonly number[];
  /** Share of the face observations whose emotion is uncertain; null without any. */
  readonly uncertainShare: number | null;
  /** Share of the face observations whose eyes cannot be read; null without any. */
  readonly unknownEyeContactShare: number | null;
  /** Whether who reads it can have it analysed anew, larger. */
  readonly hasVideo: boolean;
}): Warning[] {
  const { ledger, gaps, framesWithFace, maxFaces, faceSidesPx, hasVideo } = facts;
  const uncertainShare = facts.uncertainShare ?? 0;
  const unknownShare = facts.unknownEyeContactShare ?? 0;
  const small = faceSidesPx.filter((side) => side < SMALLEST_READABLE_FACE_PX).length;
  const gapS = gaps.reduce((sum, gap) => sum + gap.end_s - gap.start_s, 0);
  const warnings: (Warning | false)[] = [
    framesWithFace === 0 && {
      code: 'no_face',
      message:
        ledger.analyzed === 0
          ? 'No frame could be analysed, so no face was found.'
          : `No face was found in ${count(ledger.analyzed, 'analysed frame')}.`,
    },
    small > 0 && {
      code: 'small_faces',
      message:
        `${small} of ${count(faceSidesPx.length, 'person', 'people')} ` +
        `${small === 1 ? 'is' : 'are'} shown with a face smaller than ${SMALLEST_READABLE_FACE_PX} pixels in ` +
        'the analysed picture: take the gaze as rough.' +
        (hasVideo ? ' A larger max_side helps if the video itself is larger.' : ''),
    },
    uncertainShare >= LARGE_UNCERTAIN_SHARE && {
      code: 'uncertain_emotions',
      message:
        `In ${Math.round(100 * uncertainShare)} % of the face observations the emotion is uncertain: the face is too ` +
        'small, too blurred, turned away, or its expression ambiguous. ' +
        (uncertainShare === 1
          ? 'There are no others, so the numbers rest on these: take them as a guess.'
          : 'They are left out of the averages.'),
    },
    unknownShare >= LARGE_UNCERTAIN_SHARE && {
      code: 'unknown_eye_contact',
      message:
        `In ${Math.round(100 * unknownShare)} % of the face observations the eyes are too small in the analysed ` +
        'picture, or too much turned away, to tell where they look. ' +
        (unknownShare === 1 ? 'Eye contact is not known.' : 'Eye contact is told from the others alone.'),
    },
    ledger.skippedDark > 0 && {
      code: 'dark_frames',
      message: `${count(ledger.skippedDark, 'frame')} of ${ledger.decoded} skipped: too dark to see anything.`,
    },
    ledger.failed > 0 && {
      code: 'frames_failed',
      message: `${count(ledger.failed, 'frame')} of ${ledger.decoded} could not be analysed because of an error.`,
    },
    gaps.length > 0 && {
      code: 'gaps',
      message:
        `${count(gaps.length, 'stretch', 'stretches')} of the video, ${gapS.toFixed(1)} s in all, ` +
        `could not be decoded${gaps.some(({ reason }) => reason === 'truncated') ? ' (the file is cut short)' : ''}: ` +
        'see sampling.gaps. The numbers speak for the rest.',
    },
    ledger.crowded > 0 && {
      code: 'too_many_faces',
      message:
        `${count(ledger.crowded, 'frame')} showed more than ${count(maxFaces, 'face')} (max_faces): ` +
        'only the largest were analysed.',
    },
  ];
  return warnings.filter((warning) => warning !== false);
}

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
