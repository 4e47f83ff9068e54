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
