/**
 * Every number that the tracker goes by, with where it comes from. Lengths are in units of the face's own size,
 * sqrt(w h), and times are seconds, so that neither resolution nor sampling rate matters.
 */

/** Detector scores (../models: where the detector's false faces end, measured on lettering and on classes). */
export const SCORES = {
  /** A track starts here. */
  start: 0.7,
  /** A track that exists takes detections from here on, near its predicted box. */
  keep: 0.5,
} as const;

export const MOTION = {
  /** ByteTrack (Zhang et al. 2022) and DeepSORT (Wojke et al. 2017): boxes are off by 1/20 of their height. */
  positionNoise: 0.05,
  logSizeNoise: 0.07,
  /** Theirs too: velocity wanders by 1/160 a frame at 30 frames/s, (30 / 160)^2 * 30 = 1.05 sizes^2 a s^3. */
  acceleration: 1.05,
  logSizeAcceleration: 0.1,
  /** Speed of a face seen for the first time, sizes a second: ten times the above in those papers. */
  firstSpeed: 1.9,
  firstLogSizeSpeed: 0.3,
  /** Chi-square of 3 degrees of freedom at 99.9 %: boxes further off belong to somebody else. */
  gate: 16.27,
  /**
   * Log odds that place alone can give: after a cut the next person is often framed like the last one. Tried from
   * 2.5 to 6 on every pair of 14 people joined by a cut, the second framed like the first: the smallest value at
   * which nobody in the test clips falls in two at any rate from 1 to 25 frames/s. One cut in two is noticed then,
   * seven of eight when the second face lies half a face further.
   */
  most: 4.5,
} as const;

/**
 * Logistic fits on 352 to 671 pairs of looks at one person and 5,340 at two (14 people of seven clips, at
 * 5 frames/s), by the time between the looks. Slope and crossing were 15.1 and 0.48 at 0.2 s, 13.0 and 0.41 at
 * 0.4 s, 9.5 and 0.31 at 1 s, 7.4 and 0.27 at 2 s, 7.4 and 0.25 at 5 s; the powers below follow them within 1.8
 * and 0.04.
 */
export const APPEARANCE = {
  slope: 9,
  slopeFading: -0.3,
  even: 0.32,
  evenFading: -0.2,
  shortestGapS: 0.2,
  longestGapS: 5,
  /** People do turn away suddenly: the fits say nothing about odds rarer than these. */
  least: -6,
  most: 4,
  /** Looks are averaged over so long, */
  memoryS: 2,
  /** so that a person's average is like a look of at least this age (tried from 0.3 to 1 on cuts, see above), */
  meanAgeS: 0.3,
  /** and the averages of two pieces of a way are like looks this far apart. */
  pieceGapS: 1,
} as const;

export const LIFE = {
  /** So long a face may be hidden and is still followed. */
  maxLostS: 1.5,
  /** Sooner while it was not seen often enough to be a person: false faces flicker, people stay. */
  maxLostNewS: 0.5,
  /** Scores below `SCORES.start` only continue a track seen within this time, at this overlap at least. */
  maxWeakGapS: 0.5,
  minWeakOverlap: 0.3,
  /** A person was seen so often, over so long. */
  confirmHits: 3,
  confirmS: 0.3,
  /**
   * Share of a person's sights with a score of `SCORES.start`: people of the test clips have 0.85 to 1.00 at 5 and at
   * 25 frames/s, lettering taken for a face for half a second 0.33 to 0.50.
   */
  minSureShare: 0.65,
} as const;

/** Log size of a new face: any within a factor of e^3 = 20 is as likely. */
export const LOG_SIZE_RANGE = 3;

/** Where somebody is who stays in place: measured in sizes around where the face was last seen. */
export const PLACE = {
  /** Heads sway by about their own size. */
  spread: 1,
  logSizeSpread: 0.25,
  /** Before that the course is the better guess. */
  minGapS: 1,
} as const;

export const STITCH = {
  /** Two pieces further apart are two visits. */
  maxGapS: 30,
  /** Chances that a person who vanished comes back where he was, where he was heading, or anywhere. */
  samePlace: 0.45,
  sameCourse: 0.45,
  anywhere: 0.1,
  /** Log odds needed: mistaking two people for one is worse than one for two. */
  minEvidence: 2,
} as const;
