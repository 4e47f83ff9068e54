import { type Emotion, EMOTIONS } from '@eyeline/contracts';

interface Run {
  readonly index: number;
  readonly expression: Emotion;
  times: number;
}

/** The most runs that are told: an hour has more, and the longest say the most. */
const MAX_RUNS = 80;

/** What a sequence of expressions says, small enough to be read by a language model. */
export function describeSequence(emotions: readonly Emotion[]) {
  const counts = EMOTIONS.map((emotion) => emotions.filter((one) => one === emotion).length);
  return {
    share_of_expressions_percent: Object.fromEntries(
      EMOTIONS.map((emotion, i) => [emotion, Math.round((100 * counts[i]) / emotions.length)]),
    ),
    in_order: longest(toRuns(emotions)).map(({ expression, times }) => ({
      expression,
      times_in_a_row: times,
    })),
  };
}

/** Neighbours that are the same as one. */
function toRuns(emotions: readonly Emotion[]): Run[] {
  const runs: Run[] = [];
  for (const expression of emotions) {
    const last = runs.at(-1);
    if (last?.expression === expression) last.times++;
    else runs.push({ index: runs.length, expression, times: 1 });
  }
  return runs;
}

/** The longest ones, in their order. */
const longest = (runs: readonly Run[]): Run[] =>
  [...runs]
    .sort((a, b) => b.times - a.times)
    .slice(0, MAX_RUNS)
    .sort((a, b) => a.index - b.index);
