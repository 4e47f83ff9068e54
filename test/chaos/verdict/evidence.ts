import { type AnalysisStatus } from '@eyeline/contracts';

import { type Submission } from '../crowd/crowd.js';
import { type TakenWebhook } from '../crowd/webhook-receiver.js';

/** An analysis as the database has it. */
export interface AnalysisState {
  readonly id: string;
  /** Which video it is of. */
  readonly tag: string;
  readonly status: AnalysisStatus;
  readonly attempt: number;
  /** The code of its error, or null. */
  readonly code: string | null;
  readonly completed_at: Date | null;
}

/** What a client is told of an analysis. */
export interface Told {
  /** Null: there is none. */
  readonly status: AnalysisStatus | null;
  /** Report and frames without what names the analysis; null when it is not completed. */
  readonly result: string | null;
}

/** All that can be found out about a stack. */
export interface Evidence {
  readonly submissions: readonly Submission[];
  readonly rows: readonly AnalysisState[];
  /** Analyses of the rows in `reports`. */
  readonly reports: readonly string[];
  /** By analysis: how often a worker said that it had written the report. */
  readonly completions: ReadonlyMap<string, number>;
  readonly webhooks: readonly TakenWebhook[];
  /** By analysis. */
  readonly told: ReadonlyMap<string, Told>;
  /** By video: the result of an analysis that nothing disturbed. */
  readonly undisturbed: ReadonlyMap<string, string>;
  readonly left: Leftovers;
}

/** What is there and may have to go. */
export interface Leftovers {
  /** Keys of all objects. */
  readonly objects: readonly string[];
  /** Files of the data folders that are no objects. */
  readonly files: readonly string[];
  /** Uploads in parts that were never finished. */
  readonly uploads: readonly string[];
  /** ffmpeg and ffprobe. */
  readonly processes: readonly string[];
  readonly outbox: number;
  /** Of analyses: waiting, put off or in work. */
  readonly jobs: number;
}
