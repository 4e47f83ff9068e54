import { AppError, type AnalysisOptions, type FrameObservation, type Gap } from '@eyeline/contracts';
import { serveLane, type LaneContext } from '@eyeline/lanes';
import { findGaps } from '@eyeline/media';
import { type AttemptId } from '@eyeline/database';
import { objectKeys } from '@eyeline/storage';
import { assembleReport, type AssembledReport, readObservations } from '@eyeline/vision';

import { IntermediateObjects } from '../intermediate-objects.js';
import { openLaneStorage, type StorageSettings } from './lane-storage.js';
import { LineStream } from './line-stream.js';

export interface AssembleTask extends AttemptId {
  readonly options: AnalysisOptions;
  readonly engineVersion: string;
  readonly storage: StorageSettings;
}

/** Turns the observations of all segments into the report, and stores the frame records on the way. */
async function assembleSegments(task: AssembleTask, { signal }: LaneContext): Promise<AssembledReport> {
  const storage = openLaneStorage(task.storage);
  const objects = new IntermediateObjects(storage);
  const plan = await objects.getPlan(task);
  const segments = plan.segments.length;
  const read = (): AsyncGenerator<FrameObservation> => readSegments(objects, task, segments, signal);
  const outcome = await objects.findOutcome(task, 0);
  if (outcome === null) {
    throw new AppError('internal', { detail: 'An intermediate result of the analysis is missing.' });
  }

  const range = { startS: plan.segments[0].startS, endS: plan.segments[segments - 1].endS };
  const expected = await objects.getSampleTimes(task);
  const delivered = await listDeliveredTimes(read());
  if (expected.length > 0 && delivered.length === 0) {
    throw new AppError('corrupt_video', { detail: 'No picture of the video could be decoded.' });
  }
  const gaps: Gap[] = findGaps({
    expected,
    delivered,
    truncatedAtS: plan.truncatedAtS,
    endS: range.endS,
  });

  const frames = new LineStream();
  const stored = storage.put(objectKeys.frames(task.analysisId, task.attempt), frames.readable);
  const assembled = assembleReport({
    read,
    analysisId: task.analysisId,
    video: plan.video,
    options: task.options,
    engine: outcome.engine,
    engineVersion: task.engineVersion,
    segments,
    gaps,
    range,
    onFrame: (record) => frames.write(record),
  });
  const [result] = await Promise.all([
    assembled.then(
      async (value) => {
        await frames.end();
        return value;
      },
      (error: Error) => {
        frames.readable.destroy(error);
        throw error;
      },
    ),
    stored,
  ]);
  return result;
}

async function* readSegments(
  objects: IntermediateObjects,
  id: AttemptId,
  segments: number,
  signal: AbortSignal,
): AsyncGenerator<FrameObservation> {
  for (let segment = 0; segment < segments; segment++) {
    for await (const observation of readObservations(await objects.openObservations(id, segment))) {
      signal.throwIfAborted();
      yield observation;
    }
  }
}

async function listDeliveredTimes(observations: AsyncIterable<FrameObservation>): Promise<number[]> {
  const times: number[] = [];
  for await (const { tS } of observations) times.push(tS);
  return times;
}

export default serveLane(assembleSegments);
