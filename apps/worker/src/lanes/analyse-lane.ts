import { Readable } from 'node:stream';
import { inspect } from 'node:util';

import { type Config } from '@eyeline/config';
import { type AnalysisOptions, type SegmentOutcome } from '@eyeline/contracts';
import { chooseSampling, openFrameStream, type FrameStream, type ProbedVideo } from '@eyeline/media';
import { objectKeys } from '@eyeline/storage';
import { ObservationWriter, type FrameAnalyser } from '@eyeline/vision';

import { checkOutVideo } from '../check-out-video.js';
import { IntermediateObjects, type AttemptId } from '../intermediate-objects.js';
import { AnalyserKeeper } from './analyser-keeper.js';
import { openLaneStorage, type StorageSettings } from './lane-storage.js';
import { serveLane, type LaneContext } from './serve-lane.js';

export interface AnalyseTask extends AttemptId {
  readonly segment: number;
  readonly videoKey: string;
  readonly options: AnalysisOptions;
  readonly storage: StorageSettings;
  readonly executionProvider: Config['executionProvider'];
}

export interface AnalyseResult {
  readonly outcome: SegmentOutcome;
  /** For the log: why a better execution provider is not used, what made a frame fail. */
  readonly notes: readonly string[];
}

const keeper = new AnalyserKeeper();

/**
 * Decodes one segment, looks at each frame, and stores what was seen. Frames go from the decoder to the networks one
 * at a time and observations leave in batches, so that memory does not grow with the video.
 */
async function analyseSegment(
  task: AnalyseTask,
  { signal, reportShare }: LaneContext,
): Promise<AnalyseResult> {
  const storage = openLaneStorage(task.storage);
  const objects = new IntermediateObjects(storage);
  const done = await objects.findOutcome(task, task.segment);
  if (done !== null) return { outcome: done, notes: [] };

  const plan = await objects.getPlan(task);
  const { startS, endS, objectKey } = plan.segments[task.segment];
  const { width: sourceWidth, height: sourceHeight } = plan.video;
  const { executionProvider, options } = task;
  const analyser = await keeper.get({ executionProvider, options, sourceWidth, sourceHeight });
  const file = await checkOutVideo(storage, objectKey ?? task.videoKey, signal);
  try {
    const frames = openFrameStream(file.path, {
      video: { rotation: plan.video.rotation as ProbedVideo['rotation'], streamIndex: plan.streamIndex },
      sampling: chooseSampling(options),
      width: plan.analysisWidth,
      height: plan.analysisHeight,
      startS,
      endS,
      signal,
    });
    let looked = 0;
    const onFrame = (): void => reportShare(++looked / Math.max(plan.framesExpected, 1));
    try {
      const key = objectKeys.observations(task.analysisId, task.attempt, task.segment);
      await storage.put(key, Readable.from(observe(frames, analyser, signal, onFrame)));
    } finally {
      await frames.close();
    }
    const outcome: SegmentOutcome = {
      frames: looked,
      decodeErrors: frames.decodeErrors,
      engine: { ...analyser.engine, models: [...analyser.engine.models] },
    };
    await objects.putOutcome(task, task.segment, outcome);
    return { outcome, notes: noteTroubles(analyser) };
  } finally {
    await file.release();
  }
}

/** The Arrow stream of the observations. The reader's pace is the pace of decoding and inference. */
async function* observe(
  frames: FrameStream,
  analyser: FrameAnalyser,
  signal: AbortSignal,
  onFrame: () => void,
): AsyncGenerator<Uint8Array> {
  const writer = new ObservationWriter();
  for await (const frame of frames) {
    signal.throwIfAborted();
    const bytes = writer.append(await analyser.analyse(frame));
    onFrame();
    if (bytes !== null) yield bytes;
  }
  // A stream that was cut off must not pass for one that has ended.
  signal.throwIfAborted();
  yield writer.finish();
}

function noteTroubles({ fallbacks, lastFailure }: FrameAnalyser): string[] {
  return lastFailure === null ? [...fallbacks] : [...fallbacks, `a frame failed: ${inspect(lastFailure)}`];
}

export default serveLane(analyseSegment);
