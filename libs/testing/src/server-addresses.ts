function readAddress(variable: string): string {
  const address = process.env[variable];
  if (address === undefined) {
    throw new Error(`${variable} is not set: only tests named *.int-spec.ts or *.e2e-spec.ts have servers.`);
  }
  return address;
}

/** The PostgreSQL that all integration tests share; take a database of your own by `createTestDatabase`. */
export const testPostgresUrl = (): string => readAddress('EYELINE_TEST_POSTGRES_URL');

/** The Redis that all integration tests share; keep to a key prefix of your own. */
export const testRedisUrl = (): string => readAddress('EYELINE_TEST_REDIS_URL');

/** Where the S3 server is asked for (servers/s3-door.ts); a test takes `testS3Settings`. */
export const testS3DoorUrl = (): string => readAddress('EYELINE_TEST_S3_DOOR_URL');

/** A server for job queues of either kind; keep to a prefix of your own. The database is made by whoever opens it first. */
export const testQueueUrl = (kind: 'redis' | 'postgres'): string =>
  kind === 'redis' ? testRedisUrl() : new URL('/eyeline_queue_tests', testPostgresUrl()).href;
