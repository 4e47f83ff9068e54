import {
  type WebhookDelivery,
  type WebhookEndpoint,
  type WebhookEndpointWithSecret,
  type WebhookSecret,
} from '@eyeline/contracts';
import { type DeliveryRow, type EndpointRow, type SecretRow } from '@eyeline/database';

/** An endpoint as clients see it: without its secret. */
export function presentEndpoint(row: EndpointRow): WebhookEndpoint {
  return {
    id: row.id,
    object: 'webhook_endpoint',
    url: row.url,
    events: [...row.events],
    description: row.description,
    enabled: row.disabledAt === null,
    disabled_at: row.disabledAt?.toISOString() ?? null,
    disabled_reason: row.disabledReason,
    previous_secret_expires_at: presentPreviousEnd(row),
    created_at: row.createdAt.toISOString(),
  };
}

/** For the two answers that tell the secret. */
export const presentEndpointWithSecret = (row: EndpointRow): WebhookEndpointWithSecret => ({
  ...presentEndpoint(row),
  secret: row.secret,
});

export const presentSecret = (row: SecretRow): WebhookSecret => ({
  object: 'webhook_secret',
  secret: row.secret,
  previous_secret_expires_at: presentPreviousEnd(row),
});

/** Null when it is over, too. */
function presentPreviousEnd({ previousSecretExpiresAt: end }: SecretRow): string | null {
  return end !== null && end > new Date() ? end.toISOString() : null;
}

export function presentDelivery(row: DeliveryRow): WebhookDelivery {
  return {
    id: row.id,
    object: 'webhook_delivery',
    event: row.event,
    endpoint_id: row.endpoint?.id ?? null,
    analysis_id: row.analysisId,
    url: row.url,
    status: row.status,
    next_attempt_at: row.nextAttemptAt?.toISOString() ?? null,
    created_at: row.createdAt.toISOString(),
    request_bytes: Buffer.byteLength(row.body),
    attempts: [...row.log],
  };
}
