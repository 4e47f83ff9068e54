import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { type ChaosStack } from './chaos-stack.js';
import { type StackKind } from './servers/start-servers.js';
import { fillScratch } from './faults/fill-scratch.js';
import { killWorkers } from './faults/kill-workers.js';
import { startHalfUpload } from './faults/half-upload.js';
import { SETTINGS } from './processes/environment.js';

/** Where a fault happens. */
export interface Scene {
  readonly stack: ChaosStack;
  /** Resolves when the uploads that are sent during the fault have all been answered. */
  readonly latecomers: Promise<unknown>;
}

export interface Scenario {
  readonly name: string;
  /** The row's head in docs/operations.md. */
  readonly fault: string;
  /** The stacks that can have this fault; default: all. */
  readonly needs?: Partial<StackKind>;
  /** Settings beside those of every run. */
  readonly environment?: object;
  /** Resolves when the fault is over: everything that was taken down has been started again. */
  strike(scene: Scene): Promise<void>;
}

const PAUSE_MS = 2_000;

/** What the others are compared with. */
export const CALM: Scenario = { name: 'calm', fault: 'none', strike: () => Promise.resolve() };

/** What `npm test` has the time for. */
export const BRIEF: Scenario = {
  name: 'brief',
  fault: "a worker killed (-9), and the queue's server stopped for 2 s",
  strike: async ({ stack: { servers, workers } }) => {
    await workers[0].kill();
    await goAway(servers.redis ?? servers.postgres, 'stop', PAUSE_MS);
    workers[0].start();
  },
};

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'kill-workers',
    fault: 'workers killed (-9) at random for 20 s, each started again after 1 s',
    strike: ({ stack }) => killWorkers(stack.workers, { forMs: 20_000, everyMs: 2_500, downMs: 1_000 }),
  },
  {
    name: 'freeze-worker',
    fault: 'a worker stopped (SIGSTOP) for three times its lock, then continued',
    strike: async ({ stack }) => {
      const [worker] = stack.workers;
      worker.freeze();
      await sleep(3 * SETTINGS.JOB_LOCK_MS);
      worker.thaw();
    },
  },
  {
    name: 'kill-api',
    fault: 'API killed (-9) between row and queue, and in the middle of an upload',
    strike: async ({ stack, latecomers }) => {
      await stack.servers.queueWay.cut();
      await startHalfUpload(stack);
      await latecomers; // answered 202, and not one job of theirs is in the queue
      await stack.api.kill();
      await stack.servers.queueWay.mend();
      stack.api.start();
    },
  },
  {
    name: 'restart-postgres',
    fault: 'PostgreSQL stopped for 5 s',
    strike: ({ stack: { servers } }) => goAway(servers.postgres, 'stop', 5_000),
  },
  {
    name: 'kill-postgres',
    fault: 'PostgreSQL killed (-9), back after 2 s',
    strike: ({ stack: { servers } }) => goAway(servers.postgres, 'kill', PAUSE_MS),
  },
  {
    name: 'restart-redis',
    fault: 'Redis stopped for 5 s',
    needs: { queue: 'redis' },
    strike: ({ stack: { servers } }) => goAway(servers.redis!, 'stop', 5_000),
  },
  {
    name: 'wipe-redis',
    fault: 'Redis killed (-9), its data deleted, back after 2 s',
    needs: { queue: 'redis' },
    strike: ({ stack: { servers } }) =>
      goAway(servers.redis!, 'kill', PAUSE_MS, () => rm(servers.redisFolder, { recursive: true })),
  },
  {
    name: 'stop-s3',
    fault: 'S3 stopped for 30 s',
    needs: { storage: 's3' },
    strike: ({ stack: { servers } }) => goAway(servers.s3!, 'stop', 30_000),
  },
  {
    name: 'fill-scratch',
    fault: 'scratch folders filled to SCRATCH_MAX_BYTES for 20 s',
    needs: { storage: 's3' },
    environment: { SCRATCH_MAX_BYTES: 50_000_000 },
    strike: ({ stack }) => fillScratch(stack.scratchFolders, { bytes: 50_000_000, forMs: 20_000 }),
  },
];

/** @param meanwhile done while the server is away */
async function goAway(
  server: ChaosStack['servers']['postgres'],
  how: 'stop' | 'kill',
  forMs: number,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await server[how]();
  await meanwhile();
  await sleep(forMs);
  await server.start();
}
