import { dominantEmotion, EMOTIONS, toEmotionValues, type TimelineBucket } from '@eyeline/contracts';

import { type FrameMoment } from './frame-moment.js';
import { roundPercent, roundProbability, roundSeconds } from './rounding.js';

export const BUCKET_S = 1;

/** Decoder timestamps carry rounding errors: a frame this little before a border belongs behind it. */
const BORDER_TOLERANCE_S = 1e-6;

interface Bucket {
  mostFaces: number;
  observations: number;
  eyeContacts: number;
  readonly probabilities: Float64Array;
}

/** The analysed range in buckets of one second from its start; the last one may be shorter. */
export class Timeline {
  readonly #buckets: Bucket[];

  /** @param range seconds of the video */
  constructor(private readonly range: { readonly startS: number; readonly endS: number }) {
    const count = Math.max(1, Math.ceil((range.endS - range.startS) / BUCKET_S - BORDER_TOLERANCE_S));
    this.#buckets = Array.from({ length: count }, () => ({
      mostFaces: 0,
      observations: 0,
      eyeContacts: 0,
      probabilities: new Float64Array(EMOTIONS.length),
    }));
  }

  add(frame: FrameMoment): void {
    const place = Math.floor((frame.tS - this.range.startS) / BUCKET_S + BORDER_TOLERANCE_S);
    // A last frame may lie at the very end, which a container states only roughly.
    const bucket = this.#buckets[Math.min(Math.max(place, 0), this.#buckets.length - 1)];
    bucket.mostFaces = Math.max(bucket.mostFaces, frame.faces.length);
    for (const face of frame.faces) {
      bucket.observations++;
      if (face.eyeContact) bucket.eyeContacts++;
      for (let i = 0; i < EMOTIONS.length; i++) bucket.probabilities[i] += face.smoothed[i];
    }
  }

  result(): TimelineBucket[] {
    const { startS, endS } = this.range;
    return this.#buckets.map(({ mostFaces, observations, eyeContacts, probabilities }, i) => {
      const seen = observations > 0;
      return {
        start_s: roundSeconds(startS + i * BUCKET_S),
        end_s: roundSeconds(Math.max(startS, Math.min(startS + (i + 1) * BUCKET_S, endS))),
        faces: mostFaces,
        dominant_emotion: seen ? dominantEmotion(probabilities) : null,
        mean_emotion_probabilities: seen
          ? toEmotionValues(Array.from(probabilities, (sum) => roundProbability(sum / observations)))
          : null,
        eye_contact_score: seen ? roundPercent((100 * eyeContacts) / observations) : null,
      };
    });
  }
}
