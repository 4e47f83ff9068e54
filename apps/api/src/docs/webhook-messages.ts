import { WEBHOOK_EVENTS } from '@eyeline/contracts';

import { schemaRef } from './schemas.js';

const SIGNATURE_HEADERS = [
  ['webhook-id', 'The same for every attempt to send this message.'],
  ['webhook-timestamp', 'Seconds since 1970 of this attempt.'],
  ['webhook-signature', 'By Standard Webhooks: `v1,...`, one for each valid secret, separated by spaces.'],
];

/** What receivers of webhooks are sent, for the `webhooks` of the OpenAPI document. */
export const webhookMessages = (): Record<string, object> =>
  Object.fromEntries(
    WEBHOOK_EVENTS.map((event) => [
      event,
      {
        post: {
          operationId: `webhook_${event.replace('.', '_')}`,
          summary: `An analysis is ${event.split('.')[1]}`,
          tags: ['Webhooks'],
          parameters: SIGNATURE_HEADERS.map(([name, description]) => ({
            ...{ name, description, in: 'header', required: true },
            schema: { type: 'string' },
          })),
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaRef('WebhookMessage') } },
          },
          responses: { '2XX': { description: 'Taken. Everything else is a failure and is tried again.' } },
        },
      },
    ]),
  );
