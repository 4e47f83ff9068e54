import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type RunningServer } from './running-server.js';
import { startS3 } from './start-s3.js';

/** What the door tells who knocks. */
export interface S3Place {
  readonly url: string;
  /** For scratch folders of tests: it goes with the server. */
  readonly folder: string;
}

/**
 * Starts the S3 server when a test asks for it first: it takes seconds of two cores, and most runs of Jest never need
 * it. `GET` answers with an `S3Place`, or 500 and the reason.
 */
export async function openS3Door(): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'eyeline-s3-'));
  let starting: Promise<RunningServer> | null = null;
  const door = createServer((_request, response) => {
    starting ??= startS3({ dataDir: join(folder, 'server') });
    starting.then(
      ({ url }) => response.end(JSON.stringify({ url, folder } satisfies S3Place)),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    );
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  return {
    url: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    stop: async () => {
      door.close();
      door.closeAllConnections();
      const server = await starting?.catch(() => null); // who asked for it knows why it did not start
      await server?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
