import {
  type NewWebhookEndpoint,
  type WebhookDelivery,
  type WebhookEndpoint,
  type WebhookEndpointChanges,
  type WebhookMessage,
} from '@eyeline/contracts';

import { EXAMPLE_ANALYSIS } from './analysis.examples.js';
import { EXAMPLE_IDS, EXAMPLE_RECEIVER } from './example-ids.js';

/** The key of the examples of signatures; nobody's. */
export const EXAMPLE_SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=';

export const EXAMPLE_NEW_ENDPOINT: NewWebhookEndpoint = {
  url: EXAMPLE_RECEIVER,
  events: ['analysis.completed', 'analysis.failed'],
  description: 'The studio',
};

export const EXAMPLE_ENDPOINT_CHANGES: WebhookEndpointChanges = {
  events: ['analysis.completed'],
  enabled: true,
};

export const EXAMPLE_ENDPOINT: WebhookEndpoint = {
  id: EXAMPLE_IDS.endpoint,
  object: 'webhook_endpoint',
  ...EXAMPLE_NEW_ENDPOINT,
  enabled: true,
  disabled_at: null,
  disabled_reason: null,
  previous_secret_expires_at: null,
  created_at: '2026-11-01T08:00:00.000Z',
};

export const EXAMPLE_DELIVERY: WebhookDelivery = {
  id: EXAMPLE_IDS.delivery,
  object: 'webhook_delivery',
  event: 'analysis.completed',
  endpoint_id: EXAMPLE_IDS.endpoint,
  analysis_id: EXAMPLE_IDS.analysis,
  url: EXAMPLE_RECEIVER,
  status: 'pending',
  next_attempt_at: '2026-11-02T09:30:12.000Z',
  created_at: '2026-11-02T09:30:06.000Z',
  request_bytes: 1312,
  attempts: [
    {
      ...{ number: 1, at: '2026-11-02T09:30:06.000Z', url: EXAMPLE_RECEIVER, duration_ms: 84 },
      ...{ answer_code: 503, error: 'The receiver answered 503.' },
    },
  ],
};

export const EXAMPLE_MESSAGE: WebhookMessage = {
  type: 'analysis.completed',
  timestamp: '2026-11-02T09:30:06.000Z',
  data: EXAMPLE_ANALYSIS,
};
