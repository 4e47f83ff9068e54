import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type EmbeddedStack,
  type RunningServer,
  fixture,
  listStackProcesses,
  startEmbeddedStack,
  startRedis,
} from '@eyeline/testing';

const processesOf = (stack: EmbeddedStack) => listStackProcesses(stack.dataDir);

const workersOf = (stack: EmbeddedStack) =>
  processesOf(stack).filter(({ command }) => command.includes('apps/worker/'));

/** Real: everything, on both queues. */
(process.platform === 'linux' ? describe : describe.skip).each(['postgres', 'redis'] as const)(
  'a failure in the middle, with the queue on %s',
  (queue) => {
    let stack: EmbeddedStack;
    let redis: RunningServer | undefined;
    let longClip: string;
    const folder = mkdtempSync(join(tmpdir(), 'eyeline-clips-'));

    beforeAll(async () => {
      longClip = join(folder, 'long.mp4');
      execFileSync('ffmpeg', [
        ...['-v', 'error', '-nostdin', '-stream_loop', '1', '-i', fixture('average-person.mp4')],
        ...['-c', 'copy', longClip],
      ]);
      if (queue === 'redis') redis = await startRedis();
      stack = await startEmbeddedStack({
        JOB_LOCK_MS: '3000',
        WORKER_CONCURRENCY: '1',
        ...(redis && { REDIS_URL: redis.url }),
      });
    }, 120_000);

    afterAll(async () => {
      await stack?.stop();
      await redis?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it('a worker killed while it decodes: the job is taken up again, one report, progress never goes back', async () => {
      const { id } = await stack.client.submit(longClip, { sampling_fps: '0' });
      const seen: number[] = [];
      let killed = false;
      for (;;) {
        const { status, progress } = await stack.client.get(id);
        seen.push(progress);
        if (!killed && progress > 0.15) {
          for (const { pid } of workersOf(stack)) process.kill(pid, 'SIGKILL');
          killed = true;
        }
        if (status !== 'queued' && status !== 'processing') {
          expect(status).toBe('completed');
          break;
        }
        await sleep(100);
      }
      expect(killed).toBe(true);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
      const report = await stack.client.report(id);
      expect(report.sampling.frames_analyzed).toBe(2 * 505);
      expect(await stack.client.frames(id)).toHaveLength(2 * 505);
    }, 120_000);

    it('a stop in the middle: everything ends in order, nothing is orphaned, exit 0 within 15 s', async () => {
      const { id } = await stack.client.submit(longClip, { sampling_fps: '0' });
      for (;;) {
        const { progress } = await stack.client.get(id);
        if (progress > 0.1) break;
        await sleep(100);
      }
      expect(processesOf(stack).some(({ command }) => command.includes('ffmpeg'))).toBe(true);
      const { exitCode, tookMs } = await stack.stop();
      expect(exitCode).toBe(0);
      expect(tookMs).toBeLessThan(15_000);
      expect(processesOf(stack)).toEqual([]);
    }, 60_000);
  },
);
