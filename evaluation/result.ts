import { type Engine } from '@eyeline/contracts';
import { type ModelChoice } from '@eyeline/vision';

import { type FaultList } from '../commands/faults.js';
import { type DecisionTally } from './measures/decisions.js';
import { type EmotionTally } from './measures/emotion-tally.js';
import { type Plot, type Table } from './measures/table.js';

/** What a source is read with. */
export interface SourceSettings {
  readonly models: ModelChoice;
  readonly lanes: number;
  readonly signal: AbortSignal;
  /** A line for the person at the terminal. */
  readonly say: (line: string) => void;
}

export interface NamedTally {
  readonly name: string;
  /** What was counted, in words. */
  readonly title: string;
  readonly tally: EmotionTally;
  /** Worth a table for each emotion, a confusion matrix and a diagram in the documents. */
  readonly isMain: boolean;
}

export interface NamedDecisions {
  readonly name: string;
  readonly title: string;
  readonly tally: DecisionTally;
}

/** What was counted in one set. */
export interface SourceResult {
  /** What the set is. */
  readonly set: string;
  /** How many files, frames, people. */
  readonly counts: Readonly<Record<string, number>>;
  readonly faults: FaultList;
  readonly engine: Engine;
  readonly emotions: readonly NamedTally[];
  readonly decisions: readonly NamedDecisions[];
  /** What is measured over bands of something, and which of it is drawn. */
  readonly tables?: readonly Table[];
  readonly plots?: readonly Plot[];
  /** What has to be known to read the numbers. */
  readonly notes: readonly string[];
}
