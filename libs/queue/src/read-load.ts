import { type BullQueue } from './bull-types.js';
import { type JobLoad } from './job-queue.js';
import { type QueueServer } from './queue-server.js';
import { perMinute } from './throughput.js';

/** How much there is to do in one of BullMQ's queues, and how it gets on. */
export async function readLoad(queue: BullQueue, server: QueueServer): Promise<JobLoad> {
  const [counts, isPaused, oldestWaitingS, completed, failed] = await Promise.all([
    queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed'),
    queue.isPaused(),
    findOldestS(queue),
    server.readMetrics(queue, 'completed'),
    server.readMetrics(queue, 'failed'),
  ]);
  const waiting = counts.waiting + counts.prioritized;
  const nowMs = Date.now();
  return {
    ...{ waiting, active: counts.active, delayed: counts.delayed, failed: counts.failed },
    ...{ paused: isPaused ? waiting : 0, oldestWaitingS },
    ...{ completedPerMinute: perMinute(completed, nowMs), failedPerMinute: perMinute(failed, nowMs) },
  };
}

/** The place in the line is a time (docs/architecture.md): whoever has waited longest comes first, or nearly so. */
async function findOldestS(queue: BullQueue): Promise<number | null> {
  // Only jobs of a scheduler have no priority.
  const heads = [...(await queue.getPrioritized(0, 0)), ...(await queue.getWaiting(0, 0))];
  const readyAtMs = heads.map(({ timestamp, opts }) => timestamp + (opts.delay ?? 0));
  return heads.length === 0 ? null : Math.max(0, (Date.now() - Math.min(...readyAtMs)) / 1000);
}
