import { PrismaPg } from '@prisma/adapter-pg';

import { AnalysisRepository } from './analysis.repository.js';
import { ApiKeyRepository } from './api-key.repository.js';
import { AttemptRepository } from './attempt.repository.js';
import { onDatabase } from './database-errors.js';
import { PrismaClient } from './generated/client.js';
import { KeyedRequestRepository } from './keyed-request.repository.js';
import { OutboxRepository } from './outbox.repository.js';
import { UpkeepRepository } from './upkeep.repository.js';

export interface DatabaseOptions {
  /** Connections that this process opens at most. */
  readonly maxConnections?: number;
  /** How long a query waits for a connection before `database_unavailable`. */
  readonly connectTimeoutMs?: number;
}

export interface Database {
  readonly analyses: AnalysisRepository;
  readonly attempts: AttemptRepository;
  readonly outbox: OutboxRepository;
  readonly upkeep: UpkeepRepository;
  readonly keys: ApiKeyRepository;
  readonly keyedRequests: KeyedRequestRepository;
  /** @throws AppError database_unavailable */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The repositories on one pool of connections, opened by the first query. The schema has to be there: see
 * `applyMigrations`.
 */
export function createDatabase(databaseUrl: string, options: DatabaseOptions = {}): Database {
  const { maxConnections = 10, connectTimeoutMs = 5_000 } = options;
  const client = new PrismaClient({
    adapter: new PrismaPg({
      connectionString: databaseUrl,
      max: maxConnections,
      connectionTimeoutMillis: connectTimeoutMs,
      application_name: 'eyeline',
    }),
  });
  return {
    analyses: new AnalysisRepository(client),
    attempts: new AttemptRepository(client),
    outbox: new OutboxRepository(client),
    upkeep: new UpkeepRepository(client),
    keys: new ApiKeyRepository(client),
    keyedRequests: new KeyedRequestRepository(client),
    ping: async () => {
      await onDatabase(() => client.$queryRaw`SELECT 1`);
    },
    close: () => client.$disconnect(),
  };
}
