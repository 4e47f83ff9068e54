import { type FaceSummary, type Region } from '@eyeline/contracts';

import { Blinks } from './blinks.js';
import { EmotionShares } from './emotion-shares.js';
import { EyeContactShare } from './eye-contact-share.js';
import { type FaceMoment, type FrameMoment } from './frame-moment.js';
import { roundDegrees, roundProbability, roundSeconds } from './rounding.js';

interface Picture {
  readonly width: number;
  readonly height: number;
}

/** Where a person is seen best. */
export interface Portrait {
  readonly faceId: number;
  readonly tS: number;
  /** Pixels of the upright source picture. */
  readonly region: Region;
}

/** What is known about one person, summed up over his observations. */
class FaceTotals {
  readonly shares = new EmotionShares();
  readonly eyeContact = new EyeContactShare();
  lastSeenS: number;
  frames = 0;
  screenShare = 0;
  shorterSide = 0;
  quality = 0;
  best: { readonly tS: number; readonly region: Region; readonly quality: number } | null = null;
  readonly pose = { yaw: 0, pitch: 0, roll: 0 };

  constructor(
    readonly firstSeenS: number,
    readonly blinks: Blinks | null,
  ) {
    this.lastSeenS = firstSeenS;
  }

  add({ tS, untilS }: FrameMoment, face: FaceMoment, picture: Picture): void {
    const { region, headPose, quality } = face.observation;
    this.shares.add(face);
    this.eyeContact.add(face);
    this.blinks?.add(tS, untilS, face);
    this.lastSeenS = tS;
    this.frames++;
    this.screenShare += visibleArea(region, picture) / (picture.width * picture.height);
    this.shorterSide += Math.min(region.w, region.h);
    this.quality += quality;
    if (quality > (this.best?.quality ?? -1)) this.best = { tS, region, quality };
    this.pose.yaw += headPose.yawDeg;
    this.pose.pitch += headPose.pitchDeg;
    this.pose.roll += headPose.rollDeg;
  }
}

/** One summary a person. */
export class FaceSummaries {
  readonly #faces = new Map<number, FaceTotals>();

  /** @param blinks whether the frames show blinks, and then how many analysed pixels a source pixel had */
  constructor(
    private readonly picture: Picture,
    private readonly blinks: { readonly scale: number } | null,
  ) {}

  add(frame: FrameMoment): void {
    for (const face of frame.faces) {
      let totals = this.#faces.get(face.faceId);
      if (totals === undefined) {
        totals = new FaceTotals(frame.tS, this.blinks && new Blinks(this.blinks.scale));
        this.#faces.set(face.faceId, totals);
      }
      totals.add(frame, face, this.picture);
    }
  }

  /** Mean shorter side of each person's face in pixels of the source. */
  meanSides(): number[] {
    return [...this.#faces.values()].map(({ shorterSide, frames }) => shorterSide / frames);
  }

  /** The observation of the best quality of each person, in order of their ids. */
  portraits(): Portrait[] {
    return [...this.#faces]
      .sort(([a], [b]) => a - b)
      .flatMap(([faceId, { best }]) => (best === null ? [] : { faceId, tS: best.tS, region: best.region }));
  }

  /** In order of their ids. Call it once, after the last frame. */
  result(): FaceSummary[] {
    return [...this.#faces]
      .sort(([a], [b]) => a - b)
      .map(([faceId, totals]) => {
        const { dominantEmotion, averageConfidenceScore, uncertainShare, ...shares } = totals.shares.result();
        const { score, unknownShare } = totals.eyeContact.result();
        const mean = (sum: number) => sum / totals.frames;
        return {
          face_id: faceId,
          first_seen_s: roundSeconds(totals.firstSeenS),
          last_seen_s: roundSeconds(totals.lastSeenS),
          frames: totals.frames,
          screen_share: roundProbability(mean(totals.screenShare)),
          // A person has at least one observation: none of these is null.
          dominant_emotion: dominantEmotion!,
          average_emotion_scores: shares.averageEmotionScores,
          mean_emotion_probabilities: shares.meanEmotionProbabilities,
          average_confidence_score: averageConfidenceScore!,
          uncertain_share: uncertainShare!,
          eye_contact_score: score,
          eye_contact_unknown_share: unknownShare!,
          blinks: totals.blinks && totals.blinks.result(),
          mean_head_pose: {
            yaw: roundDegrees(mean(totals.pose.yaw)),
            pitch: roundDegrees(mean(totals.pose.pitch)),
            roll: roundDegrees(mean(totals.pose.roll)),
          },
          quality: roundProbability(mean(totals.quality)),
          thumbnail: null,
        };
      });
  }
}

/** Square pixels of the part of a region that lies in the picture. */
function visibleArea({ x, y, w, h }: Region, picture: Picture): number {
  const width = Math.min(x + w, picture.width) - Math.max(x, 0);
  const height = Math.min(y + h, picture.height) - Math.max(y, 0);
  return Math.max(0, width) * Math.max(0, height);
}
