import { type Request } from 'express';

import { callerOf } from '../keys/caller.js';
import { type AuditEvent } from './audit-events.js';

/** What it was done to, and what came of it when that is another thing. */
export interface AuditIds {
  readonly id?: string;
  readonly resultId?: string;
}

/** A line of the audit log: who did what. */
export function writeAuditLine(request: Request, event: AuditEvent, ids: AuditIds): void {
  const { keyId, projectId } = callerOf(request);
  request.log.info({ event, keyId, projectId, ...ids }, `audit: ${event.replaceAll('_', ' ')}`);
}
