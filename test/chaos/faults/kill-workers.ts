import { setTimeout as sleep } from 'node:timers/promises';

import { type AppProcess } from '../processes/app-process.js';

/** Kills one after the other, whichever, and starts each again a while later, as a supervisor would. */
export async function killWorkers(
  workers: readonly AppProcess[],
  { forMs, everyMs, downMs }: { forMs: number; everyMs: number; downMs: number },
): Promise<void> {
  const untilMs = Date.now() + forMs;
  while (Date.now() < untilMs) {
    const worker = workers[Math.floor(Math.random() * workers.length)];
    await worker.kill();
    await sleep(downMs);
    worker.start();
    await sleep(everyMs - downMs);
  }
}
