import { mkdir } from 'node:fs/promises';

import { type KillableServer, startRedis } from '@eyeline/testing';

/** Redis as docs/operations.md wants it: every change is in a file within a second, and nothing is dropped. */
export async function launchRedis(dataDir: string, port: number): Promise<KillableServer> {
  await mkdir(dataDir, { recursive: true });
  return startRedis({ port, dir: dataDir, appendonly: 'yes', appendfsync: 'everysec' });
}
