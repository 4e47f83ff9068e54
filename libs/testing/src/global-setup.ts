import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

// Jest resolves no `.js` to `.ts` here, so this file imports nothing of ours.

/** Kept for global-teardown.ts, which runs in the same process. */
export interface ServersHandle {
  eyelineTestServers?: ChildProcess;
}

/** Starts the servers of the integration tests, and names their addresses to every test by environment variables. */
export default async function startServers(): Promise<void> {
  const servers = spawn(
    process.execPath,
    [
      '--import',
      new URL('typescript-loader.mjs', import.meta.url).href,
      fileURLToPath(new URL('servers/run-servers.ts', import.meta.url)),
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const exited = once(servers, 'exit').then(() => {
    throw new Error('The servers of the integration tests did not start; the lines above say why.');
  });
  const line = once(createInterface(servers.stdout), 'line') as Promise<[string]>;
  const [addresses] = await Promise.race([line, exited]);
  exited.catch(() => undefined);
  const { postgresUrl, redisUrl, s3DoorUrl } = JSON.parse(addresses) as Record<string, string>;
  process.env.EYELINE_TEST_POSTGRES_URL = postgresUrl;
  process.env.EYELINE_TEST_REDIS_URL = redisUrl;
  process.env.EYELINE_TEST_S3_DOOR_URL = s3DoorUrl;
  (globalThis as ServersHandle).eyelineTestServers = servers;
}
