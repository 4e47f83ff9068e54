import { realpathSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import { ClipMaker } from '@eyeline/testing';

import { describeCommit } from '../../commands/describe-commit.js';
import { canHave, type ChaosRequest } from './arguments.js';
import { CROWD, FEW, LATECOMERS, ONE_LATE } from './crowd/guests.js';
import { makeVideos } from './crowd/videos.js';
import { type ChaosResults, nameStack, type ScenarioResult } from './results/results.js';
import { runOnFreshStack, type RunListener } from './run-on-fresh-stack.js';
import { type RunPlan } from './run-scenario.js';
import { CALM } from './scenarios.js';

type Plan = Omit<RunPlan, 'files' | 'secondsPerAnalysis'>;

/** Everything has to have ended so long after a fault, beside the time that the work takes. */
const WHOLE: Plan = { crowd: CROWD, latecomers: LATECOMERS, warmUp: 2, recoveryLimitS: 60, tidyLimitS: 60 };

/** It runs beside other tests, and what the work takes is not known: the limit holds for both. */
const SHORT: Plan = { crowd: FEW, latecomers: ONE_LATE, warmUp: 1, recoveryLimitS: 120, tidyLimitS: 60 };

/** Every scenario that was asked for, on every stack that can have it, after a run without a fault that tells the pace. */
export async function runRequest(
  root: string,
  { stacks, scenarios, workers, isShort }: ChaosRequest,
  listener: RunListener,
): Promise<ChaosResults> {
  const clips = new ClipMaker();
  try {
    const files = makeVideos(clips);
    const settings = { programs: realpathSync(join(root, 'dist')), workers, listener };
    const plan = { ...(isShort ? SHORT : WHOLE), files, secondsPerAnalysis: 0 };
    const rows: ScenarioResult[] = [];
    const pace: Record<string, number> = {};
    for (const stack of stacks) {
      let secondsPerAnalysis = 0;
      if (!isShort) {
        const calm = await runOnFreshStack(stack, CALM, plan, settings);
        rows.push(calm);
        secondsPerAnalysis = calm.endedAfterS / Math.max(1, calm.inFlight.after);
        pace[nameStack(stack)] = secondsPerAnalysis;
      }
      for (const scenario of scenarios.filter((one) => canHave(stack, one))) {
        rows.push(await runOnFreshStack(stack, scenario, { ...plan, secondsPerAnalysis }, settings));
      }
    }
    return {
      date: new Date().toISOString().slice(0, 10),
      commit: describeCommit(),
      cores: availableParallelism(),
      workers,
      secondsPerAnalysis: pace,
      scenarios: rows,
    };
  } finally {
    clips.remove();
  }
}
