import {
  type AnalysisOptions,
  type Engine,
  type FrameObservation,
  type SessionReport,
} from '@eyeline/contracts';

import { foldObservations, scaleTo, toLedgerCounts } from './fold-observations.js';
import { listWarnings } from './list-warnings.js';
import { roundSeconds } from './rounding.js';

/** A frame of a session speaks for at least so long, however few come, unless the next one is earlier, */
const SHORTEST_STEP_S = 1;

/** and for no longer than so, after which the moving average has forgotten it. */
const LONGEST_STEP_S = 5;

/** What is known of a session beside its frames. */
export interface SessionFacts {
  readonly name: string;
  readonly context: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly engine: Engine;
  /** Pixels of the picture that all regions are given in. */
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  /** The first and the last time of a frame. */
  readonly range: { readonly startS: number; readonly endS: number };
}

export interface SessionReportInput {
  /** All observations of the session in order of time. Called twice. */
  read(): AsyncIterable<FrameObservation>;
  readonly session: SessionFacts;
  /** What the frames were looked at with. */
  readonly options: AnalysisOptions;
  readonly engineVersion: string;
}

/**
 * Observations of a whole session -> its report, by the very rules of videos; without a narrative.
 *
 * @throws {AppError} internal when the observations go back in time or differ between the two readings
 */
export async function assembleSessionReport(input: SessionReportInput): Promise<SessionReport> {
  const { session, options } = input;
  const { range, engine } = session;
  const durationS = range.endS - range.startS;
  const meanStepS = durationS / Math.max(1, session.frames - 1);
  const { ledger, fold } = await foldObservations({
    read: () => input.read(),
    ...{ picture: session, range, blinks: null },
    stepS: Math.min(LONGEST_STEP_S, Math.max(SHORTEST_STEP_S, meanStepS)),
    ...{ alpha: options.smoothing.alpha, eyeContactDeg: options.eye_contact_deg },
  });
  const scale = scaleTo(options.max_side, session);
  const measured = fold.result();
  return {
    object: 'session_report',
    session_id: session.name,
    context: session.context,
    started_at: session.startedAt.toISOString(),
    ended_at: session.endedAt.toISOString(),
    duration_s: roundSeconds(durationS),
    sampling: {
      fps: null,
      frame_interval: null,
      ...toLedgerCounts(ledger),
      segments: 1,
      gaps: [],
    },
    ...measured,
    models: [...engine.models],
    engine: { version: input.engineVersion, execution_provider: engine.executionProvider },
    warnings: listWarnings({
      ledger,
      gaps: [],
      framesWithFace: fold.framesWithFace,
      uncertainShare: measured.uncertain_share,
      unknownEyeContactShare: measured.eye_contact.unknown_share,
      maxFaces: options.max_faces,
      hasVideo: false,
      faceSidesPx: fold.faces.meanSides().map((side) => side * scale),
    }),
    narrative: null,
  };
}
