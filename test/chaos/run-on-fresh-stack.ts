import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { removeOutsideCluster } from '@eyeline/embedded';

import { ChaosStack } from './chaos-stack.js';
import { nameStack, type ScenarioResult } from './results/results.js';
import { runScenario, type RunPlan } from './run-scenario.js';
import { type Scenario } from './scenarios.js';
import { type StackKind } from './servers/start-servers.js';

/** Whoever wants to know how it goes. */
export interface RunListener {
  /** A line for whoever watches. */
  onLine(line: string): void;
  /** Hears of each stack that is being started, for a command that is interrupted. */
  onStack(starting: Promise<ChaosStack>): void;
}

interface StackSettings {
  /** The build. */
  readonly programs: string;
  readonly workers: number;
  readonly listener: RunListener;
}

const SHOWN = 12;
const VIOLATIONS = 'violations.txt';

/** One scenario on a stack of its own. Its logs are kept, and their folder is named, when something is not as it must be. */
export async function runOnFreshStack(
  kind: StackKind,
  scenario: Scenario,
  plan: RunPlan,
  { programs, workers, listener }: StackSettings,
): Promise<ScenarioResult> {
  const folder = await mkdtemp(join(tmpdir(), 'eyeline-chaos-'));
  await chmod(folder, 0o755); // PostgreSQL's system user has to pass through
  let isFine = false;
  try {
    const environment = scenario.environment ?? {};
    const starting = ChaosStack.start(kind, folder, { workers, environment, programs });
    listener.onStack(starting);
    const stack = await starting;
    try {
      const result = await runScenario(stack, scenario, plan);
      isFine = result.violations.length === 0;
      await writeFile(join(folder, VIOLATIONS), `${result.violations.join('\n')}\n`);
      const { name, fault } = scenario;
      const row = { scenario: name, fault, stack: kind, ...result };
      listener.onLine(describe(row));
      return row;
    } finally {
      await stack.stop();
    }
  } finally {
    if (isFine) await removeFolder(folder);
    else listener.onLine(`  logs and data: ${folder}`);
  }
}

/** All that a stack has written, once it has been stopped. */
export async function removeFolder(folder: string): Promise<void> {
  await removeOutsideCluster(join(folder, 'postgres'));
  await rm(folder, { recursive: true, force: true });
}

function describe(row: ScenarioResult): string {
  const { counts, inFlight, lost, doubled, wrong, leftBehind, endedAfterS, workS } = row;
  return [
    `${row.scenario}, ${nameStack(row.stack)}: ${counts.submitted} analyses (${inFlight.before} in flight), ` +
      `${counts.completed} completed, ${counts.failed} failed, ${counts.canceled} canceled, ${counts.deleted} deleted, ` +
      `${counts.unanswered} unanswered, ${counts.webhooks} webhooks (${counts.repeatedWebhooks} came again); lost ${lost.length}, doubled ${doubled.length}, wrong ${wrong.length}, ` +
      `left behind ${leftBehind.length}; ended after ${endedAfterS.toFixed(0)} s, ${workS.toFixed(0)} s of it work`,
    ...shorten(row.violations).map((text) => `  VIOLATION ${text}`),
    ...row.notes.map((text) => `  note: ${text}`),
  ].join('\n');
}

/** A server that does not come back breaks everything at once. */
function shorten(texts: readonly string[]): string[] {
  const hidden = texts.length - SHOWN;
  return [...texts.slice(0, SHOWN), ...(hidden > 0 ? [`and ${hidden} more, in ${VIOLATIONS}`] : [])];
}
