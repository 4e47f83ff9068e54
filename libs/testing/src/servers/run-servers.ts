import { openS3Door } from './s3-door.js';
import { startPostgres } from './start-postgres.js';
import { startRedis } from './start-redis.js';

/**
 * The program behind Jest's global set-up: starts the servers that the integration tests share, prints their addresses
 * as one line of JSON, and stops them when standard input ends, so that none outlives a Jest that was killed.
 * Another server is another line here and another address in `server-addresses.ts`.
 */
const starting = { postgres: startPostgres(), redis: startRedis(), s3Door: openS3Door() };
const started = await Promise.allSettled(Object.values(starting));

async function stop(exitCode: number): Promise<never> {
  for (const server of started) if (server.status === 'fulfilled') await server.value.stop();
  process.exit(exitCode);
}

const failures = started.flatMap((server) => (server.status === 'rejected' ? [server.reason as Error] : []));
if (failures.length > 0) {
  for (const failure of failures) console.error(failure.message);
  await stop(1);
}

process.stdin.resume().once('end', () => void stop(0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(0));

const [postgres, redis, s3Door] = await Promise.all([starting.postgres, starting.redis, starting.s3Door]);
console.log(JSON.stringify({ postgresUrl: postgres.url, redisUrl: redis.url, s3DoorUrl: s3Door.url }));
