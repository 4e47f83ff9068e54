import { setTimeout as sleep } from 'node:timers/promises';

import { type ChaosStack } from './chaos-stack.js';
import { Crowd, type Submission } from './crowd/crowd.js';
import { type Guest, REHEARSAL } from './crowd/guests.js';
import { PatientClient } from './crowd/patient-client.js';
import { CALM, type Scenario } from './scenarios.js';
import { type AnalysisState, type Evidence } from './verdict/evidence.js';
import { askAbout, findLeftovers, readAnalyses, readReports } from './verdict/gather-evidence.js';
import { judge, type Verdict } from './verdict/judge.js';

export interface RunPlan {
  readonly crowd: readonly Guest[];
  readonly latecomers: readonly Guest[];
  readonly files: ReadonlyMap<string, Buffer>;
  /** Analyses of the crowd that end before the fault comes. */
  readonly warmUp: number;
  /** For everything to have ended after the fault, beside the time that the work itself takes. */
  readonly recoveryLimitS: number;
  /** What one analysis of the crowd takes this machine, all workers together; 0: not known, so nothing is added. */
  readonly secondsPerAnalysis: number;
  /** For what has no owner to be swept away, once everything has ended. */
  readonly tidyLimitS: number;
}

export interface RunResult extends Verdict {
  /** Not ended when the fault began, and when it was over. */
  readonly inFlight: { readonly before: number; readonly after: number };
  /** From the end of the fault until the last analysis had ended. */
  readonly endedAfterS: number;
  /** What of that this machine needs for the work that was left. */
  readonly workS: number;
  readonly recoveryS: number;
  /** All that must not be. */
  readonly violations: readonly string[];
  /** What an operator would notice, though nothing is wrong with it. */
  readonly notes: readonly string[];
}

const POLL_MS = 250;
/** Also for uploads that have to be answered: whoever waits longer waits for nothing. */
const CLIENT_LIMIT_MS = 180_000;

/** A run without a fault takes what it takes. */
const CALM_LIMIT_S = 600;

const isOpen = ({ status }: AnalysisState): boolean => status === 'queued' || status === 'processing';

/** Sends a crowd to a stack, lets the fault happen in the middle, and finds out what became of everything. */
export async function runScenario(stack: ChaosStack, scenario: Scenario, plan: RunPlan): Promise<RunResult> {
  const giveUp = new AbortController();
  const client = new PatientClient(stack.apiUrl, giveUp.signal);
  const crowd = new Crowd(client, plan.files, stack.receiver.url);
  const undisturbed = await rehearse(stack, crowd, client);

  const early = await crowd.submit(plan.crowd);
  const half = Math.ceil(early.length / 2);
  await crowd.changeMinds(early.slice(0, half));
  const openBefore = await untilOpen(stack, early.length - plan.warmUp);

  const limit = setTimeout(() => giveUp.abort(new Error('A client waited too long.')), CLIENT_LIMIT_MS);
  const late = crowd.submit(plan.latecomers);
  const minds = late.then((arrived) => crowd.changeMinds([...early.slice(half), ...arrived]));
  minds.catch(() => undefined); // seen below
  await scenario.strike({ stack, latecomers: late });
  const faultEndedAt = Date.now();
  const openAfter = (await readAnalyses(stack)).filter(isOpen).length;
  const silence = await minds.then(
    () => [],
    (error: Error) => [error.message],
  );
  clearTimeout(limit);

  const workS = openAfter * plan.secondsPerAnalysis;
  const limitS = scenario === CALM ? CALM_LIMIT_S : plan.recoveryLimitS + workS;
  const rows = await untilEnded(stack, faultEndedAt + limitS * 1000);
  const lastEnd = Math.max(faultEndedAt, ...rows.map((row) => row.completed_at?.getTime() ?? 0));
  const asked = new PatientClient(stack.apiUrl, AbortSignal.timeout(CLIENT_LIMIT_MS));
  const told = new Map<string, Awaited<ReturnType<typeof askAbout>>>();
  for (const { id } of [...rows, ...crowd.submissions]) {
    if (!told.has(id)) told.set(id, await askAbout(asked, id));
  }
  const verdict = await untilTidy(plan.tidyLimitS, async () => ({
    submissions: crowd.submissions,
    rows: await readAnalyses(stack),
    reports: await readReports(stack),
    completions: stack.completions,
    webhooks: stack.receiver.taken,
    told,
    undisturbed,
    left: await findLeftovers(stack),
  }));
  const endedAfterS = (lastEnd - faultEndedAt) / 1000;
  return {
    ...verdict,
    inFlight: { before: openBefore, after: openAfter },
    endedAfterS,
    workS,
    recoveryS: Math.max(0, endedAfterS - workS),
    violations: [
      ...crowd.surprises,
      ...silence,
      ...verdict.lost.map((text) => `lost: ${text}`),
      ...verdict.doubled.map((text) => `doubled: ${text}`),
      ...verdict.wrong.map((text) => `wrong: ${text}`),
      ...verdict.leftBehind.map((text) => `left behind: ${text}`),
    ],
    notes: stack.crashes,
  };
}

/** One of each video, undisturbed. It also has the workers load their networks. */
async function rehearse(
  stack: ChaosStack,
  crowd: Crowd,
  client: PatientClient,
): Promise<ReadonlyMap<string, string>> {
  const submissions: Submission[] = await crowd.submit(REHEARSAL);
  await untilEnded(stack, Date.now() + CLIENT_LIMIT_MS);
  const results = new Map<string, string>();
  for (const { id, video } of submissions) {
    const { status, result } = await askAbout(client, id);
    if ((video.deserves === 'completed') !== (status === 'completed')) {
      throw new Error(`Before there was any fault, the ${video.name} video ended ${status}.`);
    }
    if (result !== null) results.set(video.name, result);
  }
  return results;
}

/** Until at most so many are open; resolves with their number. */
async function untilOpen(stack: ChaosStack, most: number): Promise<number> {
  const untilMs = Date.now() + CLIENT_LIMIT_MS;
  for (;;) {
    const open = (await readAnalyses(stack)).filter(isOpen).length;
    if (open <= most) return open;
    if (Date.now() > untilMs) throw new Error('Before there was any fault, the work did not begin.');
    await sleep(POLL_MS);
  }
}

/** Until none is open or the time is over; resolves with what there is. */
async function untilEnded(stack: ChaosStack, untilMs: number): Promise<AnalysisState[]> {
  for (;;) {
    const rows = await readAnalyses(stack);
    if (!rows.some(isOpen) || Date.now() > untilMs) return rows;
    await sleep(POLL_MS);
  }
}

/**
 * What ended just now is still being told to receivers and cleared away, and what belongs to nobody is swept some time
 * later.
 */
async function untilTidy(withinS: number, gather: () => Promise<Evidence>): Promise<Verdict> {
  const untilMs = Date.now() + withinS * 1000;
  for (;;) {
    const verdict = judge(await gather());
    const isTidy = verdict.leftBehind.length === 0 && verdict.lost.length === 0;
    if (isTidy || Date.now() > untilMs) return verdict;
    await sleep(4 * POLL_MS);
  }
}
