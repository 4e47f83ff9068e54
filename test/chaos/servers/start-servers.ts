import { join } from 'node:path';

import { type BreakableProxy, openProxy } from '@eyeline/testing';

import { findQuietPort } from './find-quiet-port.js';
import { launchPostgres } from './launch-postgres.js';
import { launchRedis } from './launch-redis.js';
import { launchS3 } from './launch-s3.js';
import { RestartableServer } from './restartable-server.js';

/** What an installation stands on. */
export interface StackKind {
  readonly queue: 'redis' | 'postgres';
  readonly storage: 's3' | 'folder';
}

export interface Servers {
  readonly postgres: RestartableServer;
  readonly redis: RestartableServer | null;
  readonly s3: RestartableServer | null;
  readonly databaseUrl: string;
  readonly queue: { readonly kind: 'redis' | 'postgres'; readonly url: string };
  /** The API's own way to the queue's server. */
  readonly queueWay: BreakableProxy;
  /** Where Redis keeps its data. */
  readonly redisFolder: string;
  stop(): Promise<void>;
}

/** Starts the servers of a stack with their data below `folder`, on free ports that they keep. */
export async function startServers(kind: StackKind, folder: string): Promise<Servers> {
  const started: { stop(): Promise<void> }[] = [];
  const stop = async (): Promise<void> => {
    for (const server of started.reverse()) await server.stop();
  };
  const start = async (launch: () => ReturnType<typeof launchRedis>): Promise<RestartableServer> => {
    const server = await RestartableServer.start(launch);
    started.push(server);
    return server;
  };
  const redisFolder = join(folder, 'redis');
  try {
    const ports = {
      postgres: await findQuietPort(),
      redis: await findQuietPort(),
      s3: await findQuietPort(),
    };
    const postgres = await start(() => launchPostgres(join(folder, 'postgres'), ports.postgres));
    const redis = kind.queue === 'redis' ? await start(() => launchRedis(redisFolder, ports.redis)) : null;
    const s3 = kind.storage === 's3' ? await start(() => launchS3(join(folder, 's3'), ports.s3)) : null;
    const queue = { kind: kind.queue, url: redis?.url ?? `${postgres.url}/eyeline_queue` };
    const queueWay = await openProxy(queue.url);
    started.push({ stop: () => queueWay.close() });
    return {
      postgres,
      redis,
      s3,
      databaseUrl: `${postgres.url}/eyeline`,
      queue,
      queueWay,
      redisFolder,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
