import {
  type AnalysisOptions,
  type Engine,
  type FrameObservation,
  type FrameRecord,
  type Gap,
  type Report,
  type Video,
} from '@eyeline/contracts';

import { showsBlinks } from './blinks.js';
import { type Portrait } from './face-summaries.js';
import { foldObservations, scaleTo, toLedgerCounts } from './fold-observations.js';
import { toFrameRecord } from './frame-record.js';
import { listWarnings } from './list-warnings.js';
import { ModelComparison } from './model-comparison.js';
import { roundSeconds } from './rounding.js';

export interface ReportInput {
  /** All observations of the video in order of time. Called twice: once for the face ids, once for the numbers. */
  read(): AsyncIterable<FrameObservation>;
  readonly analysisId: string;
  readonly video: Video;
  readonly options: AnalysisOptions;
  readonly engine: Engine;
  readonly engineVersion: string;
  /** Pieces into which the video was cut. */
  readonly segments: number;
  readonly gaps: readonly Gap[];
  /** What was analysed of the video. */
  readonly range: { readonly startS: number; readonly endS: number };
  /** Every analysed frame in order of time; awaited, so that a slow writer slows the reading. */
  onFrame(record: FrameRecord): Promise<void> | void;
}

export interface AssembledReport {
  readonly report: Report;
  /** Where each person is seen best, for a picture of them. */
  readonly portraits: readonly Portrait[];
}

/**
 * Observations of a whole video -> its report: a pure function of them. Memory grows with people, seconds and
 * episodes, and by four bytes a face observation for the ids, never by whole frames.
 *
 * @throws {AppError} internal when the observations go back in time or differ between the two readings
 */
export async function assembleReport(input: ReportInput): Promise<AssembledReport> {
  const { video, options, range } = input;
  const { comparedModel } = input.engine;
  const comparison = comparedModel === undefined ? null : new ModelComparison();
  const scale = analysisScale(video, options);
  const stepS = samplingStepS(video, options);
  const { ledger, fold } = await foldObservations({
    read: () => input.read(),
    ...{ picture: video, range, stepS, blinks: showsBlinks(stepS) ? { scale } : null },
    ...{ alpha: options.smoothing.alpha, eyeContactDeg: options.eye_contact_deg },
    onMoment: (moment) => {
      comparison?.add(moment);
      return input.onFrame(toFrameRecord(moment, options));
    },
  });

  const measured = fold.result();
  const report: Report = {
    analysis_id: input.analysisId,
    video,
    sampling: {
      fps: options.sampling_fps === 0 ? video.fps : options.sampling_fps,
      frame_interval: options.frame_interval,
      ...toLedgerCounts(ledger),
      segments: input.segments,
      gaps: input.gaps.map((gap) => ({
        ...gap,
        start_s: roundSeconds(gap.start_s),
        end_s: roundSeconds(gap.end_s),
      })),
    },
    ...measured,
    models: [...input.engine.models],
    ...(comparison !== null &&
      comparedModel !== undefined && { comparison: comparison.result(comparedModel) }),
    engine: { version: input.engineVersion, execution_provider: input.engine.executionProvider },
    warnings: listWarnings({
      ledger,
      gaps: input.gaps,
      framesWithFace: fold.framesWithFace,
      uncertainShare: measured.uncertain_share,
      unknownEyeContactShare: measured.eye_contact.unknown_share,
      maxFaces: options.max_faces,
      hasVideo: true,
      faceSidesPx: fold.faces.meanSides().map((side) => side * scale),
    }),
  };
  return { report, portraits: fold.faces.portraits() };
}

/** Time between two frames that sampling asks for: never less than the video's own. */
function samplingStepS(video: Video, options: AnalysisOptions): number {
  if (options.sampling_fps === null) return (options.frame_interval ?? 1) / video.fps;
  return 1 / Math.min(options.sampling_fps || video.fps, video.fps);
}

/** Analysed pixels a source pixel: the same choice that decoding makes. */
function analysisScale(video: Video, options: AnalysisOptions): number {
  return options.scale ?? scaleTo(options.max_side, video);
}
