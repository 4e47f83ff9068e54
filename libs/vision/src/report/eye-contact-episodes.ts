import { type FrameMoment } from './frame-moment.js';
import { roundSeconds } from './rounding.js';

/** Shorter glances are left out. */
export const SHORTEST_EYE_CONTACT_S = 0.2;

/** Eyes that are closed, or cannot be read, or are not seen at all, for so long are a blink and do not end an episode (a blink takes 0.1 to 0.4 s). */
export const LONGEST_BLINK_S = 0.4;

/** Times are compared with half of the millisecond to which they are rounded in the end. */
const TOLERANCE_S = 0.0005;

interface Episode {
  readonly faceId: number;
  readonly startS: number;
  endS: number;
}

interface EyeContactEpisode {
  readonly face_id: number;
  readonly start_s: number;
  readonly end_s: number;
}

/**
 * Stretches in which a person looks at the camera. An episode ends with its last looking observation (which lasts
 * one sampling step, or until the next frame if that comes earlier), at the first look elsewhere with open eyes,
 * or after a blink that is too long.
 */
export class EyeContactEpisodes {
  readonly #open = new Map<number, Episode>();
  readonly #done: Episode[] = [];

  add(frame: FrameMoment): void {
    for (const { faceId, eyeContact, eyeContactUnknown, observation } of frame.faces) {
      const open = this.#open.get(faceId);
      if (eyeContact) {
        if (open !== undefined && frame.tS - open.endS <= LONGEST_BLINK_S + TOLERANCE_S) {
          open.endS = frame.untilS;
        } else {
          this.#close(faceId);
          this.#open.set(faceId, { faceId, startS: frame.tS, endS: frame.untilS });
        }
      } else if (observation.eyesOpen && !eyeContactUnknown) this.#close(faceId);
    }
  }

  /** In order of time. Ends the episodes that are still open, so call it once, after the last frame. */
  result(): { longestS: number; episodes: EyeContactEpisode[] } {
    for (const faceId of this.#open.keys()) this.#close(faceId);
    const episodes = this.#done
      .sort((a, b) => a.startS - b.startS || a.faceId - b.faceId)
      .map(({ faceId, startS, endS }) => ({
        face_id: faceId,
        start_s: roundSeconds(startS),
        end_s: roundSeconds(endS),
      }));
    const longestS = this.#done.reduce((longest, { startS, endS }) => Math.max(longest, endS - startS), 0);
    return { longestS: roundSeconds(longestS), episodes };
  }

  #close(faceId: number): void {
    const episode = this.#open.get(faceId);
    this.#open.delete(faceId);
    if (episode !== undefined && episode.endS - episode.startS >= SHORTEST_EYE_CONTACT_S - TOLERANCE_S) {
      this.#done.push(episode);
    }
  }
}
