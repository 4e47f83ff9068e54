import { type Measurements } from '@eyeline/contracts';

import { EmotionEpisodes } from './emotion-episodes.js';
import { EmotionShares } from './emotion-shares.js';
import { EyeContactEpisodes } from './eye-contact-episodes.js';
import { EyeContactShare } from './eye-contact-share.js';
import { FaceSummaries } from './face-summaries.js';
import { type FrameMoment } from './frame-moment.js';
import { Timeline } from './timeline.js';

/** The part of a report that is measured over all faces: a fold over the analysed frames, in order of time. */
export class MeasurementFold {
  readonly #shares = new EmotionShares();
  readonly #eyeContact = new EyeContactShare();
  readonly #eyeContactEpisodes = new EyeContactEpisodes();
  readonly #episodes = new EmotionEpisodes();
  readonly #timeline: Timeline;
  readonly faces: FaceSummaries;
  framesWithFace = 0;
  #frames = 0;

  constructor(
    picture: { readonly width: number; readonly height: number },
    range: { readonly startS: number; readonly endS: number },
    blinks: { readonly scale: number } | null,
  ) {
    this.faces = new FaceSummaries(picture, blinks);
    this.#timeline = new Timeline(range);
  }

  add(frame: FrameMoment): void {
    this.#frames++;
    if (frame.faces.length > 0) this.framesWithFace++;
    for (const face of frame.faces) {
      this.#shares.add(face);
      this.#eyeContact.add(face);
    }
    this.#eyeContactEpisodes.add(frame);
    this.#episodes.add(frame);
    this.#timeline.add(frame);
    this.faces.add(frame);
  }

  /** Call it once, after the last frame. */
  result(): Omit<Measurements, 'warnings'> {
    const shares = this.#shares.result();
    const { score, unknownShare } = this.#eyeContact.result();
    const { longestS, episodes } = this.#eyeContactEpisodes.result();
    return {
      total_frames_analyzed: this.#frames,
      frames_with_face: this.framesWithFace,
      overall_dominant_emotion: shares.dominantEmotion,
      average_emotion_scores: shares.averageEmotionScores,
      mean_emotion_probabilities: shares.meanEmotionProbabilities,
      average_confidence_score: shares.averageConfidenceScore,
      uncertain_share: shares.uncertainShare,
      eye_contact_score: score,
      eye_contact: { score, unknown_share: unknownShare, longest_s: longestS, episodes },
      faces: this.faces.result(),
      episodes: this.#episodes.result(),
      timeline: this.#timeline.result(),
    };
  }
}
