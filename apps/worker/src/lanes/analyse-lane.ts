import { Readable } from 'node:stream';
import { inspect } from 'node:util';

import { type Config } from '@eyeline/config';
import {
  type AnalysisOptions,
  type AnalysisPlan,
  type SegmentOutcome,
  type SegmentPlan,
} from '@eyeline/contracts';
import { serveLane, type LaneContext } from '@eyeline/lanes';
import {
  chooseSampling,
  openFrameStream,
  type FrameStream,
  type HardwareDecoder,
  type ProbedVideo,
} from '@eyeline/media';
import { type AttemptId } from '@eyeline/database';
import { type CheckedOutObject, objectKeys, type ObjectStorage } from '@eyeline/storage';
import { ObservationWriter, type FrameAnalyser, type ModelChoice } from '@eyeline/vision';

import { checkOutVideo } from '../check-out-video.js';
import { IntermediateObjects } from '../intermediate-objects.js';
import { AnalyserKeeper } from './analyser-keeper.js';
import { openLaneStorage, type StorageSettings } from './lane-storage.js';

export interface AnalyseTask extends AttemptId {
  readonly segment: number;
  readonly plan: Omit<AnalysisPlan, 'segments'>;
  /** The plan of this segment. */
  readonly stretch: SegmentPlan;
  readonly videoKey: string;
  readonly videoSha256: string | null;
  readonly options: AnalysisOptions;
  readonly storage: StorageSettings;
  /** Networks other than the default ones. */
  readonly models?: ModelChoice;
  readonly executionProvider: Config['executionProvider'];
  readonly decoder: HardwareDecoder | null;
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
  { signal, reportProgress }: LaneContext,
): Promise<AnalyseResult> {
  const storage = openLaneStorage(task.storage);
  const objects = new IntermediateObjects(storage);
  const done = await objects.findOutcome(task, task.segment);
  if (done !== null) return { outcome: done, notes: [] };

  const { plan } = task;
  const file = await checkOutSegment(storage, task, signal);
  try {
    const analyser = await keeper.get({
      executionProvider: task.executionProvider,
      models: task.models,
      options: task.options,
      sourceWidth: plan.video.width,
      sourceHeight: plan.video.height,
    });
    const frames = openSegment(file.path, task, analyser.readsColor, signal);
    try {
      const look = new Look(frames, analyser, signal, reportProgress);
      const key = objectKeys.observations(task.analysisId, task.attempt, task.segment);
      await storage.put(key, Readable.from(look.observations()));
      const outcome: SegmentOutcome = {
        frames: look.count,
        decodeErrors: frames.decodeErrors,
        engine: { ...analyser.engine, models: [...analyser.engine.models] },
      };
      await objects.putOutcome(task, task.segment, outcome);
      return { outcome, notes: [...analyser.fallbacks, ...look.failures] };
    } finally {
      await frames.close();
    }
  } finally {
    await file.release();
  }
}

/** The piece that was cut for this segment, or the whole video. */
function checkOutSegment(
  storage: ObjectStorage,
  { stretch, ...task }: AnalyseTask,
  signal: AbortSignal,
): Promise<CheckedOutObject> {
  if (stretch.object === null) return checkOutVideo(storage, task, signal);
  return storage.checkOut(stretch.object.key, { signal, sha256: stretch.object.sha256 });
}

function openSegment(
  path: string,
  { plan, stretch, options, decoder }: AnalyseTask,
  readsColor: boolean,
  signal: AbortSignal,
): FrameStream {
  const { startS, endS, framesBefore, object } = stretch;
  return openFrameStream(path, {
    video: {
      rotation: plan.video.rotation as ProbedVideo['rotation'],
      streamIndex: object === null ? plan.streamIndex : 0,
      startS: plan.containerStartS,
    },
    sampling: chooseSampling(options),
    framesBefore,
    isPiece: object !== null,
    chroma: readsColor ? plan.colorMatrix : null,
    decoder,
    width: plan.analysisWidth,
    height: plan.analysisHeight,
    startS,
    endS,
    signal,
  });
}

/** One pass of the networks over a stream of frames. */
class Look {
  count = 0;
  /** The last failure of a frame, if there was one: more of them would say the same. */
  failures: string[] = [];

  constructor(
    private readonly frames: FrameStream,
    private readonly analyser: FrameAnalyser,
    private readonly signal: AbortSignal,
    private readonly onFrame: (count: number) => void,
  ) {}

  /** The Arrow stream of what was seen. Its reader's pace is the pace of decoding and inference. */
  async *observations(): AsyncGenerator<Uint8Array> {
    const writer = new ObservationWriter(this.analyser.engine.comparedModel !== undefined);
    for await (const frame of this.frames) {
      this.signal.throwIfAborted();
      const observation = await this.analyser.analyse(frame);
      if (observation.outcome === 'failed') this.failures = [inspect(this.analyser.lastFailure)];
      const bytes = writer.append(observation);
      this.onFrame(++this.count);
      if (bytes !== null) yield bytes;
    }
    // A stream that was cut off must not pass for one that has ended.
    this.signal.throwIfAborted();
    yield writer.finish();
  }
}

export default serveLane(analyseSegment);
