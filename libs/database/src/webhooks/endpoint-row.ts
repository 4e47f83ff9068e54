import { type DisabledReason, type WebhookEvent } from '@eyeline/contracts';

import { type WebhookEndpoint } from '../generated/client.js';

/** An endpoint as the database keeps it. */
export interface EndpointRow {
  readonly id: string;
  readonly projectId: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly description: string | null;
  readonly secret: string;
  /** The secret before the last rotation, which signs too until its time is over. */
  readonly previousSecret: string | null;
  readonly previousSecretExpiresAt: Date | null;
  readonly disabledAt: Date | null;
  readonly disabledReason: DisabledReason | null;
  readonly createdAt: Date;
}

export const toEndpointRow = (record: WebhookEndpoint): EndpointRow => ({
  ...record,
  events: record.events as WebhookEvent[],
  disabledReason: record.disabledReason as DisabledReason | null,
});
