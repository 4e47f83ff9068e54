import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startRedis } from '@eyeline/testing';
import { Redis } from 'ioredis';

import { prepareQueues, refuseDeath, until } from '../fixtures/backends.js';

const video = (n: number) => ({ analysisId: `an_${n}`, attempt: 1 });
const unavailable = { code: 'queue_unavailable' };

describe('a Redis of our own', () => {
  /** What an operator is told about this server. */
  async function listWarnings(url: string): Promise<string[]> {
    const queues = prepareQueues();
    const warnings: string[] = [];
    await queues.open({ kind: 'redis', url }, { onWarning: (text) => void warnings.push(text) });
    await queues.close();
    return warnings;
  }

  it('is refused when it may drop jobs', async () => {
    const server = await startRedis({ 'maxmemory-policy': 'allkeys-lru' });
    await expect(prepareQueues().open({ kind: 'redis', url: server.url })).rejects.toMatchObject({
      ...unavailable,
      detail: expect.stringContaining('noeviction'),
    });
    await server.stop();
  });

  it('is warned about when it keeps nothing, and fills up again after a restart', async () => {
    const server = await startRedis();
    const queues = prepareQueues();
    const warnings: string[] = [];
    const onWarning = (message: string): void => void warnings.push(message);
    const queue = await queues.open({ kind: 'redis', url: server.url }, { onWarning });
    expect(warnings).toEqual([expect.stringContaining('appendonly')]);
    const done: string[] = [];
    await queue.work('prepare-video', ({ jobId }) => Promise.resolve(void done.push(jobId)), {
      concurrency: 1,
      onDead: refuseDeath,
    });
    await server.stop();
    await expect(queue.enqueue('prepare-video', video(0))).rejects.toMatchObject(unavailable);
    const restarted = await startRedis({ port: Number(new URL(server.url).port) });
    await until(() => queue.enqueue('prepare-video', video(1)));
    await until(() => expect(done).toEqual(['an_1.1.prepare-video']), 10_000);
    await queues.close();
    await restarted.stop();
  });

  it('is warned about when it keeps snapshots only, with what that loses', async () => {
    const server = await startRedis({ save: '900 1' });
    expect(await listWarnings(server.url)).toEqual([
      'Redis keeps snapshots only (save 900 1): when it crashes, the jobs since the last one are gone. Set appendonly to yes.',
    ]);
    await server.stop();
  });

  it('is warned about in general terms when it hides its configuration, as managed servers do', async () => {
    const server = await startRedis();
    const admin = new Redis(server.url);
    await admin.call('ACL', 'SETUSER', 'managed', 'on', '>secret', '~*', '&*', '+@all', '-config');
    await admin.quit();
    const warnings = await listWarnings(server.url.replace('redis://', 'redis://managed:secret@'));
    expect(warnings).toEqual([expect.stringContaining('does not say whether it keeps snapshots')]);
    await server.stop();
  });

  it('is not warned about when it writes every job down', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'eyeline-redis-'));
    const server = await startRedis({ appendonly: 'yes', dir });
    expect(await listWarnings(server.url)).toEqual([]);
    await server.stop();
    await rm(dir, { recursive: true });
  });
});
