import { dominantEmotion, toEmotionValues, type TimelineBucket } from '@eyeline/contracts';

import { EmotionMean } from './emotion-mean.js';
import { EyeContactShare } from './eye-contact-share.js';
import { type FrameMoment } from './frame-moment.js';
import { roundProbability, roundSeconds } from './rounding.js';

export const BUCKET_S = 1;

/** Decoder timestamps carry rounding errors: a frame this little before a border belongs behind it. */
const BORDER_TOLERANCE_S = 1e-6;

interface Bucket {
  mostFaces: number;
  readonly eyeContact: EyeContactShare;
  readonly certain: EmotionMean;
  /** Speaks where nothing is certain. */
  readonly uncertain: EmotionMean;
}

/** The analysed range in buckets of one second from its start; the last one may be shorter. */
export class Timeline {
  readonly #buckets: Bucket[];

  /** @param range seconds of the video */
  constructor(private readonly range: { readonly startS: number; readonly endS: number }) {
    const count = Math.max(1, Math.ceil((range.endS - range.startS) / BUCKET_S - BORDER_TOLERANCE_S));
    this.#buckets = Array.from({ length: count }, () => ({
      mostFaces: 0,
      eyeContact: new EyeContactShare(),
      certain: new EmotionMean(),
      uncertain: new EmotionMean(),
    }));
  }

  add(frame: FrameMoment): void {
    const place = Math.floor((frame.tS - this.range.startS) / BUCKET_S + BORDER_TOLERANCE_S);
    // A last frame may lie at the very end, which a container states only roughly.
    const bucket = this.#buckets[Math.min(Math.max(place, 0), this.#buckets.length - 1)];
    bucket.mostFaces = Math.max(bucket.mostFaces, frame.faces.length);
    for (const face of frame.faces) {
      bucket.eyeContact.add(face);
      bucket[face.uncertain ? 'uncertain' : 'certain'].add(face.smoothed);
    }
  }

  result(): TimelineBucket[] {
    const { startS, endS } = this.range;
    return this.#buckets.map(({ mostFaces, eyeContact, certain, uncertain }, i) => {
      const mean = certain.result() ?? uncertain.result();
      return {
        start_s: roundSeconds(startS + i * BUCKET_S),
        end_s: roundSeconds(Math.max(startS, Math.min(startS + (i + 1) * BUCKET_S, endS))),
        faces: mostFaces,
        dominant_emotion: mean && dominantEmotion(mean),
        mean_emotion_probabilities: mean && toEmotionValues(Array.from(mean, roundProbability)),
        eye_contact_score: eyeContact.result().score,
      };
    });
  }
}
