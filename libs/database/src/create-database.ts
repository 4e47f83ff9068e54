import { PrismaPg } from '@prisma/adapter-pg';

import { type AnalysisRow } from './analysis-row.js';
import { AnalysisRepository } from './analysis.repository.js';
import { ApiKeyRepository } from './api-key.repository.js';
import { AttemptRepository } from './attempt.repository.js';
import { onDatabase } from './database-errors.js';
import { AnalysisFeed, SLOW_LOOK_MS } from './feed/analysis-feed.js';
import { PrismaClient } from './generated/client.js';
import { HeardClient } from './heard-client.js';
import { KeyedRequestRepository } from './keyed-request.repository.js';
import { OutboxRepository } from './outbox.repository.js';
import { SessionRepository } from './sessions/session.repository.js';
import { SignInRepository } from './sign-in.repository.js';
import { UpkeepRepository } from './upkeep.repository.js';
import { WebhookDeliveryRepository } from './webhooks/webhook-delivery.repository.js';
import { WebhookEndpointRepository } from './webhooks/webhook-endpoint.repository.js';
import { WebhookSecretRepository } from './webhooks/webhook-secret.repository.js';
import { UploadRepository } from './upload.repository.js';
import { WorkerRepository } from './worker.repository.js';

export interface DatabaseOptions {
  /** Connections that this process opens at most. */
  readonly maxConnections?: number;
  /** How long a query waits for a connection before `database_unavailable`. */
  readonly connectTimeoutMs?: number;
  /** How long after the end of an analysis its webhooks are first sent. Default 0. */
  readonly webhookDelayS?: number;
  /** How often the rows that are followed are looked at, whatever was heard of them. */
  readonly slowLookMs?: number;
  /** Told of trouble that no call shows and that passes by itself. Default: nobody. */
  readonly onTrouble?: (message: string, error: unknown) => void;
}

export interface Database {
  readonly analyses: AnalysisRepository;
  readonly attempts: AttemptRepository;
  readonly outbox: OutboxRepository;
  readonly upkeep: UpkeepRepository;
  readonly keys: ApiKeyRepository;
  readonly signIns: SignInRepository;
  readonly keyedRequests: KeyedRequestRepository;
  readonly webhookEndpoints: WebhookEndpointRepository;
  readonly webhookSecrets: WebhookSecretRepository;
  readonly webhookDeliveries: WebhookDeliveryRepository;
  readonly uploads: UploadRepository;
  readonly sessions: SessionRepository;
  readonly workers: WorkerRepository;
  /** How analyses go on, told as it happens. */
  readonly feed: AnalysisFeed;
  /** @throws AppError database_unavailable */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The repositories on one pool of connections, opened by the first query. The schema has to be there: see
 * `applyMigrations`.
 */
export function createDatabase(databaseUrl: string, options: DatabaseOptions = {}): Database {
  const { maxConnections = 10, connectTimeoutMs = 5_000, webhookDelayS = 0 } = options;
  const { slowLookMs = SLOW_LOOK_MS, onTrouble = () => undefined } = options;
  const client = new PrismaClient({
    adapter: new PrismaPg({
      connectionString: databaseUrl,
      max: maxConnections,
      connectionTimeoutMillis: connectTimeoutMs,
      application_name: 'eyeline',
      Client: HeardClient,
    }),
  });
  const analyses = new AnalysisRepository(client, webhookDelayS);
  const read = (ids: readonly string[]): Promise<AnalysisRow[]> => analyses.findByIds(ids);
  const feed = new AnalysisFeed({ databaseUrl, read, slowLookMs, onTrouble });
  return {
    analyses,
    attempts: new AttemptRepository(client, webhookDelayS),
    outbox: new OutboxRepository(client),
    upkeep: new UpkeepRepository(client),
    keys: new ApiKeyRepository(client),
    signIns: new SignInRepository(client),
    keyedRequests: new KeyedRequestRepository(client),
    webhookEndpoints: new WebhookEndpointRepository(client),
    webhookSecrets: new WebhookSecretRepository(client),
    webhookDeliveries: new WebhookDeliveryRepository(client),
    uploads: new UploadRepository(client),
    sessions: new SessionRepository(client),
    workers: new WorkerRepository(client),
    feed,
    ping: async () => {
      await onDatabase(() => client.$queryRaw`SELECT 1`);
    },
    close: async () => {
      await feed.close();
      await client.$disconnect();
    },
  };
}
