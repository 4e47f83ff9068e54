import { analysisOptionsSchema, AppError, type FaceRecord } from '@eyeline/contracts';
import { type LaneContext, serveLane } from '@eyeline/lanes';
import { FrameAnalyser, type FrameAnalyserSettings, toFaceRecords } from '@eyeline/vision';

import { decodeImage } from './decode-image.js';

export interface FrameTask {
  /** JPEG, PNG or WebP. */
  readonly image: Uint8Array;
  readonly maxPixels: number;
  readonly executionProvider: FrameAnalyserSettings['executionProvider'];
}

/** What a video is analysed with when nobody asks for something else. */
const OPTIONS = analysisOptionsSchema.parse({});

let loading: Promise<FrameAnalyser> | null = null;

/** The networks of this thread: loaded with its first picture, and again with the next one when that failed. */
function getAnalyser(executionProvider: FrameTask['executionProvider']): Promise<FrameAnalyser> {
  // Every picture brings a size of its own.
  const size = { sourceWidth: OPTIONS.max_side, sourceHeight: OPTIONS.max_side };
  loading ??= FrameAnalyser.load({ executionProvider, options: OPTIONS, ...size }).catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function analyseImage(task: FrameTask, { signal }: LaneContext): Promise<FaceRecord[]> {
  const limits = { maxPixels: task.maxPixels, maxSide: OPTIONS.max_side };
  const { frame, source } = await decodeImage(task.image, limits);
  const analyser = await getAnalyser(task.executionProvider);
  // Whoever asked may be gone by now.
  signal.throwIfAborted();
  const { outcome, faces } = await analyser.analyse(frame, source);
  if (outcome === 'failed') throw new AppError('internal', { cause: analyser.lastFailure });
  return toFaceRecords(faces, OPTIONS.eye_contact_deg, { landmarks: false });
}

export default serveLane(analyseImage);
