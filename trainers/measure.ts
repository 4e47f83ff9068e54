/** How a classifier does on faces that it was not trained on; shares are 0-1. */
export interface Measures {
  readonly faces: number;
  readonly accuracy: number;
  /** Mean over the labels. */
  readonly macro_f1: number;
  /** Rows: the folder; columns: what was read; in the order of the labels. */
  readonly confusion: readonly (readonly number[])[];
  readonly labels: readonly LabelMeasures[];
}

export interface LabelMeasures {
  readonly label: string;
  readonly support: number;
  /** Null where nothing was read as it. */
  readonly precision: number | null;
  readonly recall: number;
  readonly f1: number;
}

/**
 * @param truth for each face the place of its label
 * @param read for each face the place of the label that was read
 */
export function measure(
  labels: readonly string[],
  truth: readonly number[],
  read: readonly number[],
): Measures {
  const confusion = labels.map(() => labels.map(() => 0));
  truth.forEach((label, i) => confusion[label][read[i]]++);
  const each = labels.map((label, k): LabelMeasures => {
    const right = confusion[k][k];
    const support = sum(confusion[k]);
    const said = sum(confusion.map((row) => row[k]));
    return {
      ...{ label, support, precision: said === 0 ? null : right / said, recall: right / support },
      f1: (2 * right) / (support + said),
    };
  });
  return {
    faces: truth.length,
    accuracy: sum(labels.map((_, k) => confusion[k][k])) / truth.length,
    macro_f1: sum(each.map(({ f1 }) => f1)) / labels.length,
    ...{ confusion, labels: each },
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
