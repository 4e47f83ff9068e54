import { type ModelReference } from '@eyeline/contracts';

import { type RunDescription } from './describe-run.js';
import { type DecisionMeasures, measureDecisions } from './measures/decisions.js';
import { type EmotionMeasures, measureEmotions } from './measures/measure-emotions.js';
import { type Plot, type Table } from './measures/table.js';
import { type FaultList } from '../commands/faults.js';
import { type SourceResult } from './result.js';

/** What `--json` prints: shares are 0-1, emotions always in the order angry ... neutral. */
export interface Evaluation extends RunDescription {
  readonly source: string;
  readonly set: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly faults: FaultList;
  readonly models: readonly ModelReference[];
  readonly emotions: readonly ({ name: string; title: string; isMain: boolean } & EmotionMeasures)[];
  readonly decisions: readonly ({ name: string; title: string } & DecisionMeasures)[];
  readonly tables: readonly Table[];
  readonly plots: readonly Plot[];
  readonly notes: readonly string[];
}

export function toEvaluation(source: string, run: RunDescription, result: SourceResult): Evaluation {
  const { set, counts, faults, engine, emotions, decisions, tables = [], plots = [], notes } = result;
  return {
    ...run,
    ...{ source, set, counts, faults, models: engine.models, tables, plots, notes },
    emotions: emotions.map(({ tally, ...names }) => ({ ...names, ...measureEmotions(tally) })),
    decisions: decisions.map(({ tally, ...names }) => ({ ...names, ...measureDecisions(tally) })),
  };
}
