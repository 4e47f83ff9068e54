export { newAnalysisId } from './analysis-id.js';
export { type AnalysisRow, type Metadata } from './analysis-row.js';
export { AnalysisRepository, type ListQuery, type NewAnalysis } from './analysis.repository.js';
export { type ApiKeyRow, type NewApiKey } from './api-key.repository.js';
export { type AttemptId, type PreparedVideo } from './attempt.repository.js';
export { createDatabase, type Database, type DatabaseOptions } from './create-database.js';
export {
  type AnswerToKeep,
  type EarlierRequest,
  type KeptAnswer,
  type RequestClaim,
  type RequestPrint,
} from './keyed-request.repository.js';
export { applyMigrations, MigrationError } from './migrations/apply-migrations.js';
export { type OutboxJob, OutboxRepository } from './outbox.repository.js';
export { type OwnerRow } from './upkeep.repository.js';
