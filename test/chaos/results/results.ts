import { type RunResult } from '../run-scenario.js';
import { type StackKind } from '../servers/start-servers.js';

/** One row of the table. */
export interface ScenarioResult extends RunResult {
  readonly scenario: string;
  readonly fault: string;
  readonly stack: StackKind;
}

/** A run of the command. */
export interface ChaosResults {
  readonly date: string;
  readonly commit: string;
  readonly cores: number;
  readonly workers: number;
  /** By queue and storage: what one analysis takes with all workers at it, measured without a fault. */
  readonly secondsPerAnalysis: Readonly<Record<string, number>>;
  readonly scenarios: readonly ScenarioResult[];
}

export const nameStack = ({ queue, storage }: StackKind): string => `${queue} + ${storage}`;
