import { type LiveMessage } from '@eyeline/contracts';
import { createTestDatabase, takeStill, testRedisUrl } from '@eyeline/testing';

import { createSchemaCheck } from '../docs/document-schemas.factory.js';
import { openTestApi, type TestApi, until } from '../test-api.factory.js';
import { connectLive, type LiveClient } from './live-client.factory.js';

export const MAX_BYTES = 100_000;
export const MAX_CONNECTIONS = 6;
export const MAX_FRAMES = 3;

/** The real API without keys, on servers of the tests, and clients of its live connections. */
export interface LiveRig {
  readonly api: TestApi;
  /** One person, 640x360. */
  readonly jpeg: Buffer;
  /** The log, a line each. */
  readonly written: string[];
  open(query?: string, wish?: Parameters<typeof connectLive>[1]): Promise<LiveClient>;
  metric(name: string): Promise<number>;
  /** What is wrong with a message by the OpenAPI document; nothing if it fits. */
  judge(message: LiveMessage): readonly string[];
  /** Fails when the service keeps a connection. */
  closeClients(): Promise<void>;
  close(): Promise<void>;
}

export async function openLiveRig(): Promise<LiveRig> {
  const written: string[] = [];
  const clients: LiveClient[] = [];
  const database = await createTestDatabase();
  const api = await openTestApi(
    database.url,
    { kind: 'redis', url: testRedisUrl() },
    {
      ...{ MAX_IMAGE_BYTES: String(MAX_BYTES), LIVE_LANES: '1', MAX_LIVE_FRAMES: String(MAX_FRAMES) },
      ...{ MAX_LIVE_CONNECTIONS: String(MAX_CONNECTIONS), CORS_ORIGINS: 'http://localhost:5173' },
      ...{ EXECUTION_PROVIDER: 'cpu', LOG_LEVEL: 'trace' },
    },
    { write: (line) => void written.push(line) },
  );
  const check = createSchemaCheck((await api.request('/openapi.json')).body as object);
  const metric = async (name: string): Promise<number> => {
    const { body } = await api.request('/metrics');
    const line = (body as string).split('\n').find((one) => one.startsWith(`${name} `));
    return Number(line?.split(' ')[1]);
  };
  return {
    ...{ api, written, metric },
    judge: (message) => check(['components', 'schemas', 'LiveMessage'], message),
    jpeg: takeStill('average-person.mp4', 1, 'mjpeg'),
    async open(query = '', wish = {}) {
      const client = await connectLive(`${api.url}/v1/live${query}`, wish);
      clients.push(client);
      return client;
    },
    async closeClients() {
      await Promise.all(clients.splice(0).map((client) => client.close()));
      await until(async () => (await metric('eyeline_live_connections')) === 0);
    },
    async close() {
      await api.close();
      await database.drop();
    },
  };
}
