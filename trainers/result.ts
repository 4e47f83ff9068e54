import { type FaultList } from '../commands/faults.js';
import { type TrainingKind } from './arguments.js';
import { type Measures } from './measure.js';

/** What `--json` prints, and tables and card are made of. */
export interface TrainingResult {
  readonly kind: TrainingKind;
  readonly name: string;
  readonly out: string;
  readonly sha256: string;
  readonly seed: number;
  /** The labels in the network's order, and how many faces of each were found. */
  readonly labels: readonly {
    readonly label: string;
    readonly training: number;
    readonly held_out: number;
  }[];
  readonly pictures: {
    readonly files: number;
    readonly used: number;
    readonly unreadable: FaultList;
    readonly without_face: FaultList;
  };
  /** On the faces that were held out, by the network as it was written. */
  readonly held_out: Measures;
  /** By how much the network and the trainer differ at most in a probability. */
  readonly largest_difference: number;
}
