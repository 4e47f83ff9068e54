import { AppError } from '@eyeline/contracts';
import { type LaneContext, serveLane } from '@eyeline/lanes';
import { FrameAnalyser, type FrameAnalyserSettings } from '@eyeline/vision';

import { decodeImage } from './decode-image.js';
import { LIVE_OPTIONS } from './live-record.js';
import { type Look } from './look.js';

export interface FrameTask {
  /** JPEG, PNG or WebP. */
  readonly image: Uint8Array;
  readonly maxPixels: number;
  readonly executionProvider: FrameAnalyserSettings['executionProvider'];
}

let loading: Promise<FrameAnalyser> | null = null;

/** The networks of this thread: loaded with its first picture, and again with the next one when that failed. */
function getAnalyser(executionProvider: FrameTask['executionProvider']): Promise<FrameAnalyser> {
  // Every picture brings a size of its own.
  const size = { sourceWidth: LIVE_OPTIONS.max_side, sourceHeight: LIVE_OPTIONS.max_side };
  loading ??= FrameAnalyser.load({ executionProvider, options: LIVE_OPTIONS, ...size }).catch(
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

async function lookAtImage(task: FrameTask, { signal }: LaneContext): Promise<Look> {
  const limits = { maxPixels: task.maxPixels, maxSide: LIVE_OPTIONS.max_side };
  const { frame, source } = await decodeImage(task.image, limits);
  const analyser = await getAnalyser(task.executionProvider);
  // Whoever asked may be gone by now.
  signal.throwIfAborted();
  const observation = await analyser.analyse(frame, source);
  if (observation.outcome === 'failed') throw new AppError('internal', { cause: analyser.lastFailure });
  return { observation, picture: source, engine: analyser.engine };
}

export default serveLane(lookAtImage);
