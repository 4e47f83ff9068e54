import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

import { type AuditEvent } from './audit-events.js';

export const AUDITED = 'eyeline:audited';

/** The name of the event in the OpenAPI document. */
export const AUDIT_EXTENSION = 'x-audit-event';

/** Writes a line into the audit log for each success of an operation. Everything that changes something has one. */
export const Audited = (event: AuditEvent): MethodDecorator =>
  applyDecorators(SetMetadata(AUDITED, event), ApiExtension(AUDIT_EXTENSION, event));

/** The same, where the operation writes the line itself: what it changes is done long before it succeeds or fails. */
export const AuditedWithin = (event: AuditEvent): MethodDecorator => ApiExtension(AUDIT_EXTENSION, event);
