import { z } from 'zod';

import { analysisSchema, instant, UNSTORABLE } from './analysis.js';

/** What an endpoint can be told of: how an analysis has ended. */
export const WEBHOOK_EVENTS = ['analysis.completed', 'analysis.failed', 'analysis.canceled'] as const;

export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** The event of a test, which no endpoint has to ask for. */
export const TEST_EVENT = 'webhook.test';

/** What an address for webhooks has to look like; where it may lead to is decided when its host is known. */
export const webhookUrlSchema = z
  .string()
  .max(2048)
  .refine(isWebhookUrl, { message: 'must be an https address without credentials and fragment.' })
  .describe(
    'https on port 443, to a host with public addresses; no redirect is followed. Inside the ranges that the operator allows, http and any port too.',
  );

function isWebhookUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hash } = new URL(text);
  // http may be allowed by the operator, for ranges of addresses.
  return /^https?:$/.test(protocol) && `${username}${password}${hash}` === '';
}

const events = z
  .array(z.enum(WEBHOOK_EVENTS))
  .min(1)
  .transform((given) => WEBHOOK_EVENTS.filter((event) => given.includes(event)));
const description = z
  .string()
  .max(500)
  .refine((value) => !UNSTORABLE.test(value), {
    message: 'description may not hold NUL characters or halves of surrogate pairs.',
  })
  .nullable();

/** The body of `POST /v1/webhook-endpoints`. */
export const newWebhookEndpointSchema = z.strictObject({
  url: webhookUrlSchema,
  events: events.default([...WEBHOOK_EVENTS]),
  description: description.default(null),
});

export type NewWebhookEndpoint = z.output<typeof newWebhookEndpointSchema>;

/** The body of `PATCH /v1/webhook-endpoints/{id}`: what is left out stays. */
export const webhookEndpointChangesSchema = z.strictObject({
  url: webhookUrlSchema.optional(),
  events: events.optional(),
  description: description.optional(),
  enabled: z.boolean().optional(),
});

export type WebhookEndpointChanges = z.output<typeof webhookEndpointChangesSchema>;

/** Why an endpoint is disabled: by request, because it answered 410, or because a delivery failed to the last. */
export const DISABLED_REASONS = ['requested', 'gone', 'failing'] as const;

export type DisabledReason = (typeof DISABLED_REASONS)[number];

const previousSecretEnd = instant
  .nullable()
  .describe('Until when the secret before the last rotation signs too.');

export const webhookEndpointSchema = z.object({
  id: z.string(),
  object: z.literal('webhook_endpoint'),
  url: z.string(),
  events: z.array(z.enum(WEBHOOK_EVENTS)),
  description: z.string().nullable(),
  enabled: z.boolean(),
  disabled_at: instant.nullable(),
  disabled_reason: z.enum(DISABLED_REASONS).nullable(),
  previous_secret_expires_at: previousSecretEnd,
  created_at: instant,
});

export type WebhookEndpoint = z.infer<typeof webhookEndpointSchema>;

const secret = z.string().describe('`whsec_` and the key of the signatures in base64.');

/** The answer to creating an endpoint and to rotating its secret, which is told at no other time. */
export const webhookEndpointWithSecretSchema = webhookEndpointSchema.extend({ secret });

export type WebhookEndpointWithSecret = z.infer<typeof webhookEndpointWithSecretSchema>;

export const webhookEndpointListSchema = z.object({
  data: z.array(webhookEndpointSchema),
  next_cursor: z.string().nullable(),
});

export const webhookSecretSchema = z.object({
  object: z.literal('webhook_secret'),
  secret,
  previous_secret_expires_at: previousSecretEnd,
});

export type WebhookSecret = z.infer<typeof webhookSecretSchema>;

export const DELIVERY_STATUSES = ['pending', 'succeeded', 'failed'] as const;

export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** One attempt to deliver. */
export const webhookAttemptSchema = z.object({
  number: z.int().min(1),
  at: instant,
  url: z.string(),
  duration_ms: z.int().min(0),
  answer_code: z.int().nullable().describe('The HTTP status of the answer; null when there was none.'),
  error: z.string().nullable().describe('Why it did not succeed.'),
});

export type WebhookAttempt = z.infer<typeof webhookAttemptSchema>;

export const webhookDeliverySchema = z.object({
  id: z.string().describe('The `webhook-id` header, the same in every attempt.'),
  object: z.literal('webhook_delivery'),
  event: z.string(),
  endpoint_id: z.string().nullable().describe('Null: the `webhook_url` of one analysis.'),
  analysis_id: z.string().nullable(),
  url: z.string(),
  status: z.enum(DELIVERY_STATUSES),
  next_attempt_at: instant.nullable(),
  created_at: instant,
  request_bytes: z.int().min(0).describe('Length of the body that is sent.'),
  attempts: z.array(webhookAttemptSchema).describe('The last thirty, oldest first.'),
});

export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>;

export const webhookDeliveryListSchema = z.object({
  data: z.array(webhookDeliverySchema),
  next_cursor: z.string().nullable(),
});

/** The body of a delivery. */
export const webhookMessageSchema = z.object({
  type: z.enum(WEBHOOK_EVENTS),
  timestamp: instant,
  data: analysisSchema,
});

export type WebhookMessage = z.infer<typeof webhookMessageSchema>;
