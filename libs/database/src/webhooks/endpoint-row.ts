import { type DisabledReason, type WebhookEvent } from '@eyeline/contracts';

import { type WebhookEndpoint } from '../generated/client.js';
import { type SecretRow } from './webhook-secret.repository.js';

/** An endpoint as the database keeps it. */
export interface EndpointRow extends SecretRow {
  readonly id: string;
  readonly projectId: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly description: string | null;
  readonly disabledAt: Date | null;
  readonly disabledReason: DisabledReason | null;
  readonly createdAt: Date;
}

export const toEndpointRow = (record: WebhookEndpoint): EndpointRow => ({
  ...record,
  events: record.events as WebhookEvent[],
  disabledReason: record.disabledReason as DisabledReason | null,
});
