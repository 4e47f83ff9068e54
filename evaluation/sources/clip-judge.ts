import { EMOTIONS, type FaceObservation, type FrameObservation } from '@eyeline/contracts';
import { isUncertain, toFaceMoment } from '@eyeline/vision';

import { countDecision, createDecisions, type DecisionTally } from '../measures/decisions.js';
import { countReading, createTally, type EmotionTally } from '../measures/emotion-tally.js';
import { type ClipTruth, type PersonTruth, type TruthSegment } from './clip-truth.js';
import { matchPeople } from './match-people.js';

/** What is counted in one clip; plain data. */
export interface ClipCounts {
  frames: number;
  /** Frames in which a person of known emotion is to be seen. */
  readonly emotionFrames: EmotionTally;
  /** Stretches of one emotion, by the mean of the probabilities in their frames. */
  readonly emotionSegments: EmotionTally;
  /** Frames in which the face was found, without those in a blink and those whose eyes cannot be read. */
  readonly eyeContact: DecisionTally;
  /** Faces that are there and found, there and not found, found and not there; last: frames of nobody with no face. */
  readonly faces: DecisionTally;
}

export const createClipCounts = (): ClipCounts => ({
  ...{ frames: 0, emotionFrames: createTally(), emotionSegments: createTally() },
  ...{ eyeContact: createDecisions(), faces: createDecisions() },
});

/** Sum of probabilities over the frames of a segment in which the face was found. */
interface SegmentSum {
  found: number;
  readonly probabilities: Float64Array;
}

/** Holds what was seen in the frames of a clip against its truth. */
export class ClipJudge {
  private readonly counts = createClipCounts();
  private readonly sums = new Map<TruthSegment, SegmentSum>();

  /** @param sourceWidth pixels of the upright video, which regions are given in */
  constructor(
    private readonly truth: ClipTruth,
    private readonly settings: { readonly eyeContactDeg: number; readonly sourceWidth: number },
  ) {}

  add({ tS, faces }: FrameObservation): void {
    this.counts.frames++;
    const zoom = this.settings.sourceWidth / this.truth.width;
    const matches = matchPeople(this.truth.people, faces, tS, zoom);
    this.judgeFaces(
      matches.map(({ segment }) => segment),
      faces.length,
    );
    for (const { person, segment, face } of matches) {
      if (segment?.face_present !== true) continue;
      this.judgeEmotion(segment, face);
      if (face !== null) this.judgeEyeContact(person, segment, face, tS);
    }
  }

  finish(): ClipCounts {
    for (const [{ emotion }, { found, probabilities }] of this.sums) {
      const mean = { emotions: probabilities.map((sum) => sum / found) };
      countReading(this.counts.emotionSegments, emotion!, found === 0 ? null : mean);
    }
    return this.counts;
  }

  /** Where it is not known of somebody whether they can be seen, nothing can be said. */
  private judgeFaces(segments: readonly (TruthSegment | null)[], found: number): void {
    if (segments.some((segment) => segment === null || segment.face_present === null)) return;
    const there = segments.filter((segment) => segment?.face_present === true).length;
    if (there === 0 && found === 0) countDecision(this.counts.faces, false, false);
    for (let i = 0; i < Math.max(there, found); i++) countDecision(this.counts.faces, i < there, i < found);
  }

  private judgeEmotion(segment: TruthSegment, face: FaceObservation | null): void {
    if (segment.emotion === null) return;
    const reading = face && { emotions: face.emotions, uncertain: isUncertain(face) };
    countReading(this.counts.emotionFrames, segment.emotion, reading);
    const sum = this.sums.get(segment) ?? newSum();
    this.sums.set(segment, sum);
    if (face === null) return;
    sum.found++;
    face.emotions.forEach((value, i) => (sum.probabilities[i] += value));
  }

  private judgeEyeContact(
    { blinks }: PersonTruth,
    { looking_at_camera }: TruthSegment,
    face: FaceObservation,
    tS: number,
  ): void {
    if (looking_at_camera === null) return;
    if (blinks?.some(({ start_s, end_s }) => tS >= start_s && tS < end_s)) return;
    const smoothed = Float64Array.from(face.emotions);
    const { eyeContact, eyeContactUnknown } = toFaceMoment(1, face, smoothed, this.settings.eyeContactDeg);
    if (!eyeContactUnknown) countDecision(this.counts.eyeContact, looking_at_camera, eyeContact);
  }
}

const newSum = (): SegmentSum => ({ found: 0, probabilities: new Float64Array(EMOTIONS.length) });
