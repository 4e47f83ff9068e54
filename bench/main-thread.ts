import { type Browser, type Page } from 'playwright-core';

/** What the main thread of a page has done while something was going on. */
export interface MainThread {
  readonly tasks: number;
  /** The longest task: how long it lasted, and for how much of that the thread had a processor. */
  readonly longestMs: number;
  readonly longestCpuMs: number;
  /** What most of the longest task (by processor time) went into. */
  readonly mostOfIt: string;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds; `dur` of the clock, `tdur` of the thread on a processor. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const CATEGORIES = [
  '__metadata',
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8',
];

/** A task of a thread, as the browser's own profiler counts them. */
const TASK = 'RunTask';

/** Records the browser's trace while `work` lasts, and looks for the longest tasks of the page's main thread. */
export async function watchMainThread(
  browser: Browser,
  page: Page,
  work: () => Promise<unknown>,
): Promise<MainThread> {
  await browser.startTracing(page, { categories: CATEGORIES });
  try {
    await work();
  } catch (error) {
    await browser.stopTracing();
    throw error;
  }
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  return summarize(trace.traceEvents);
}

/** The page is the only one in the browser: its thread is the busiest one that calls itself the main one of a renderer. */
export function summarize(events: readonly TraceEvent[]): MainThread {
  const threads = new Map<string, TraceEvent[]>();
  for (const { name, args, pid, tid } of events) {
    if (name === 'thread_name' && args?.name === 'CrRendererMain') threads.set(`${pid} ${tid}`, []);
  }
  for (const event of events) {
    if (event.ph === 'X' && event.dur !== undefined) threads.get(`${event.pid} ${event.tid}`)?.push(event);
  }
  const tasksOf = (thread: readonly TraceEvent[]): TraceEvent[] => thread.filter(({ name }) => name === TASK);
  const [main = []] = [...threads.values()].sort((a, b) => tasksOf(b).length - tasksOf(a).length);
  const tasks = tasksOf(main);
  if (tasks.length === 0) throw new Error('The trace holds no task of a main thread of a page.');
  const longestBy = (pick: (event: TraceEvent) => number, among: readonly TraceEvent[]): TraceEvent =>
    among.reduce((longest, event) => (pick(event) > pick(longest) ? event : longest));
  const cpuOf = ({ tdur, dur }: TraceEvent): number => tdur ?? dur!;
  const busiest = longestBy(cpuOf, tasks);
  const within = main.filter(
    (event) =>
      !event.name.endsWith(TASK) &&
      event.ts >= busiest.ts &&
      event.ts + event.dur! <= busiest.ts + busiest.dur!,
  );
  return {
    tasks: tasks.length,
    longestMs: longestBy(({ dur }) => dur!, tasks).dur! / 1000,
    longestCpuMs: cpuOf(busiest) / 1000,
    mostOfIt: within.length === 0 ? '-' : longestBy(cpuOf, within).name,
  };
}
