import { type Emotion, type Report } from '@eyeline/contracts';

import { type FrameMoment } from './frame-moment.js';
import { roundProbability, roundSeconds } from './rounding.js';

/** Shorter runs of an emotion are left out: they are the moving average on its way from one to another. */
export const SHORTEST_EMOTION_S = 0.5;

/** A face that was out of sight, or uncertain, for longer begins a new run, even with the same emotion. */
export const LONGEST_ABSENCE_S = 1;

const TOLERANCE_S = 0.0005;

interface Run {
  readonly faceId: number;
  readonly emotion: Emotion;
  readonly startS: number;
  endS: number;
  probabilitySum: number;
  observations: number;
}

/** Runs of the dominant smoothed emotion, person by person. Uncertain looks are as good as none. */
export class EmotionEpisodes {
  readonly #open = new Map<number, Run>();
  readonly #done: Run[] = [];

  add(frame: FrameMoment): void {
    for (const { faceId, dominant, confidence, uncertain } of frame.faces) {
      if (uncertain) continue;
      let run = this.#open.get(faceId);
      if (
        run === undefined ||
        run.emotion !== dominant ||
        frame.tS - run.endS > LONGEST_ABSENCE_S + TOLERANCE_S
      ) {
        this.#close(faceId);
        run = { faceId, emotion: dominant, startS: frame.tS, endS: 0, probabilitySum: 0, observations: 0 };
        this.#open.set(faceId, run);
      }
      run.endS = frame.untilS;
      run.probabilitySum += confidence;
      run.observations++;
    }
  }

  /** In order of time. Ends the runs that are still open, so call it once, after the last frame. */
  result(): Report['episodes'] {
    for (const faceId of this.#open.keys()) this.#close(faceId);
    return this.#done
      .sort((a, b) => a.startS - b.startS || a.faceId - b.faceId)
      .map((run) => ({
        face_id: run.faceId,
        emotion: run.emotion,
        start_s: roundSeconds(run.startS),
        end_s: roundSeconds(run.endS),
        mean_probability: roundProbability(run.probabilitySum / run.observations),
      }));
  }

  #close(faceId: number): void {
    const run = this.#open.get(faceId);
    this.#open.delete(faceId);
    if (run !== undefined && run.endS - run.startS >= SHORTEST_EMOTION_S - TOLERANCE_S) this.#done.push(run);
  }
}
