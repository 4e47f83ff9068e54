import { AppError, type FaceObservation, type FrameObservation } from '@eyeline/contracts';

import { NO_FACE_ID, type FaceIds } from '../tracking/assign-face-ids.js';
import { EmotionSmoother } from './emotion-smoother.js';
import { type FaceMoment, type FrameMoment, toFaceMoment } from './frame-moment.js';
import { isUncertain } from './uncertainty.js';

export interface MomentSettings {
  /** Weight of the new frame at 5 observations a second. */
  readonly alpha: number;
  /** Half-angle of the cone around the camera that counts as eye contact. */
  readonly eyeContactDeg: number;
  /** Time between two frames that sampling asks for. */
  readonly stepS: number;
  /** Where the analysed range ends. */
  readonly endS: number;
}

/**
 * The second pass: frames with their face ids -> analysed frames as moments. Frames that were skipped or failed give
 * none, but end the one before.
 *
 * @param onFrame sees every frame, also those that give no moment
 * @throws {AppError} internal when this pass does not read what the first one read
 */
export async function* readMoments(
  frames: AsyncIterable<FrameObservation>,
  ids: FaceIds,
  settings: MomentSettings,
  onFrame: (frame: FrameObservation) => void,
): AsyncGenerator<FrameMoment> {
  const smoother = new EmotionSmoother(settings.alpha);
  let detection = 0;
  let waiting: Omit<FrameMoment, 'untilS'> | null = null;
  const end = (moment: Omit<FrameMoment, 'untilS'>, nextS: number): FrameMoment => ({
    ...moment,
    untilS: Math.max(moment.tS, Math.min(moment.tS + settings.stepS, nextS, settings.endS)),
  });

  for await (const frame of frames) {
    onFrame(frame);
    if (waiting !== null) yield end(waiting, frame.tS);
    waiting = null;
    if (frame.outcome !== 'analyzed') continue;
    const faces: FaceMoment[] = [];
    for (const observation of frame.faces) {
      if (detection >= ids.detections) throw changed();
      const faceId = ids.at(detection++);
      if (faceId === NO_FACE_ID) continue;
      const smoothed = smooth(smoother, faceId, frame.tS, observation);
      faces.push(toFaceMoment(faceId, observation, smoothed, settings.eyeContactDeg));
    }
    waiting = { tS: frame.tS, faces: faces.sort((a, b) => a.faceId - b.faceId) };
  }
  if (waiting !== null) yield end(waiting, Infinity);
  if (detection !== ids.detections) throw changed();
}

/** An uncertain look moves no average: the person is taken for as he was, or, unknown so far, for what the look says. */
function smooth(smoother: EmotionSmoother, faceId: number, tS: number, face: FaceObservation): Float64Array {
  if (!isUncertain(face)) return smoother.add(faceId, tS, face.emotions);
  return smoother.known(faceId) ?? Float64Array.from(face.emotions);
}

const changed = () =>
  new AppError('internal', { detail: 'The observations changed between two readings of them.' });
