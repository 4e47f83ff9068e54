/** Yes-or-no answers against the truth. */
export interface DecisionTally {
  truePositive: number;
  falsePositive: number;
  falseNegative: number;
  trueNegative: number;
}

export interface DecisionMeasures extends Readonly<DecisionTally> {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly accuracy: number | null;
}

export const createDecisions = (): DecisionTally => ({
  ...{ truePositive: 0, falsePositive: 0, falseNegative: 0, trueNegative: 0 },
});

export function countDecision(tally: DecisionTally, truth: boolean, said: boolean): void {
  if (truth) tally[said ? 'truePositive' : 'falseNegative']++;
  else tally[said ? 'falsePositive' : 'trueNegative']++;
}

/** Adds what was counted elsewhere. */
export function addDecisions(tally: DecisionTally, other: DecisionTally): void {
  for (const key of Object.keys(tally) as (keyof DecisionTally)[]) tally[key] += other[key];
}

/** Shares are 0-1; null where there is nothing to divide by. */
export function measureDecisions(tally: DecisionTally): DecisionMeasures {
  const { truePositive, falsePositive, falseNegative, trueNegative } = tally;
  const all = truePositive + falsePositive + falseNegative + trueNegative;
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  return {
    ...tally,
    precision: share(truePositive, truePositive + falsePositive),
    recall: share(truePositive, truePositive + falseNegative),
    accuracy: share(truePositive + trueNegative, all),
  };
}
