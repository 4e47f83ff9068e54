export { newAnalysisId } from './analysis-id.js';
export { firstJobName } from './analysis-jobs.js';
export { type AnalysisRow, type Metadata } from './analysis-row.js';
export { AnalysisRepository, type ListQuery, type NewAnalysis } from './analysis.repository.js';
export { type ApiKeyRow, type NewApiKey } from './api-key.repository.js';
export { type AttemptId, type PreparedVideo } from './attempt.repository.js';
export { createDatabase, type Database, type DatabaseOptions } from './create-database.js';
export { type AnalysisFeed, type Follower } from './feed/analysis-feed.js';
export {
  type AnswerToKeep,
  type EarlierRequest,
  type KeptAnswer,
  type RequestClaim,
  type RequestPrint,
} from './keyed-request.repository.js';
export { applyMigrations, MigrationError } from './migrations/apply-migrations.js';
export { type OutboxJob, OutboxRepository } from './outbox.repository.js';
export {
  type FrameRow,
  type NewFrame,
  type NewSession,
  type SessionName,
  type SessionRow,
} from './sessions/session-row.js';
export { type SessionRepository } from './sessions/session.repository.js';
export { type SignInRow } from './sign-in.repository.js';
export { type OwnerRow } from './upkeep.repository.js';
export { type DeliveryRow, type DeliveryListQuery } from './webhooks/delivery-row.js';
export { type EndpointRow } from './webhooks/endpoint-row.js';
export { type AttemptOutcome } from './webhooks/webhook-delivery.repository.js';
export { type EndpointChanges, type NewEndpoint } from './webhooks/webhook-endpoint.repository.js';
export { type SecretRow } from './webhooks/webhook-secret.repository.js';
export { type WorkerJob, type WorkerRow } from './worker.repository.js';
export { analysisIdOf, newUploadId, uploadIdOf } from './upload-id.js';
export { type NewUpload, type UploadMetadata, type UploadRow } from './upload.repository.js';
