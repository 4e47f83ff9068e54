import { type KillableServer, startS3 } from '@eyeline/testing';

/** An S3 server that keeps its buckets while it is down. Its several processes know one way of ending. */
export async function launchS3(dataDir: string, port: number): Promise<KillableServer> {
  const server = await startS3({ dataDir, port });
  return { url: server.url, stop: () => server.stop(), kill: () => server.stop() };
}
