import { AppError, type FrameObservation } from '@eyeline/contracts';

import { FaceTracker, NO_TRACKLET } from './face-tracker.js';
import { Int32List } from './int32-list.js';
import { stitchTracklets } from './stitch-tracklets.js';
import { LIFE } from './tracking-parameters.js';
import { type Tracklet } from './tracklet.js';

/** Face id of a detection that is nobody: a false face, or one seen too short. */
export const NO_FACE_ID = 0;

/** Face ids of all detections of a video, in the order in which they were read. Four bytes a detection. */
export interface FaceIds {
  readonly people: number;
  /** The id of detection number n of the whole video: 1, 2, 3... in order of first appearance, or `NO_FACE_ID`. */
  at(detection: number): number;
  readonly detections: number;
}

/**
 * The first of two passes over a video's observations: who is who.
 *
 * @throws {AppError} internal when the frames are not in order of time
 */
export async function assignFaceIds(
  frames: AsyncIterable<FrameObservation>,
  picture: { readonly width: number; readonly height: number },
): Promise<FaceIds> {
  const tracker = new FaceTracker(picture);
  const trackletOf = new Int32List();
  const analysed = { frames: 0, firstS: 0, lastS: 0 };
  let lastS = -Infinity;
  for await (const frame of frames) {
    if (frame.tS < lastS) {
      throw new AppError('internal', { detail: `Observations go back from ${lastS} s to ${frame.tS} s.` });
    }
    lastS = frame.tS;
    if (frame.outcome !== 'analyzed') continue;
    if (analysed.frames++ === 0) analysed.firstS = frame.tS;
    analysed.lastS = frame.tS;
    for (const tracklet of tracker.add(frame.tS, frame.faces)) trackletOf.push(tracklet);
  }

  const { begun, tracklets } = tracker.finish();
  const people = stitchTracklets(tracklets, picture).filter((chain) => isConfirmed(chain, analysed));
  const idOfTracklet = new Int32Array(begun).fill(NO_FACE_ID);
  people.forEach((chain, i) => chain.forEach(({ index }) => (idOfTracklet[index] = i + 1)));
  return {
    people: people.length,
    detections: trackletOf.length,
    at(detection) {
      const tracklet = trackletOf.at(detection);
      return tracklet === NO_TRACKLET ? NO_FACE_ID : idOfTracklet[tracklet];
    },
  };
}

/** Seen often, long and surely enough to be a person; a video too short for that asks for half of its frames and length. */
function isConfirmed(
  chain: readonly Tracklet[],
  analysed: { readonly frames: number; readonly firstS: number; readonly lastS: number },
): boolean {
  const hits = chain.reduce((sum, piece) => sum + piece.hits, 0);
  const sureHits = chain.reduce((sum, piece) => sum + piece.sureHits, 0);
  const spanS = chain[chain.length - 1].lastSeenS - chain[0].firstSeenS;
  return (
    sureHits >= LIFE.minSureShare * hits &&
    hits >= Math.min(LIFE.confirmHits, Math.ceil(analysed.frames / 2)) &&
    spanS >= Math.min(LIFE.confirmS, (analysed.lastS - analysed.firstS) / 2)
  );
}
