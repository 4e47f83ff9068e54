import { WEBHOOK_EVENTS } from '@eyeline/contracts';

import { EXAMPLE_IDS } from './examples/example-ids.js';
import { EXAMPLE_MESSAGE } from './examples/webhook.examples.js';
import { schemaRef } from './schemas.js';

const SIGNATURE_HEADERS = [
  ['webhook-id', 'The same for every attempt to send this message.', EXAMPLE_IDS.delivery],
  ['webhook-timestamp', 'Seconds since 1970 of this attempt.', '1793611806'],
  [
    'webhook-signature',
    'By Standard Webhooks: `v1,...`, one for each valid secret, separated by spaces.',
    'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  ],
];

/** What receivers of webhooks are sent, for the `webhooks` of the OpenAPI document. */
export const webhookMessages = (): Record<string, object> =>
  Object.fromEntries(
    WEBHOOK_EVENTS.map((event) => [
      event,
      {
        post: {
          security: [],
          operationId: `webhook_${event.replace('.', '_')}`,
          summary: `An analysis is ${event.split('.')[1]}`,
          tags: ['Webhooks'],
          parameters: SIGNATURE_HEADERS.map(([name, description, example]) => ({
            ...{ name, description, example, in: 'header', required: true },
            schema: { type: 'string' },
          })),
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: schemaRef('WebhookMessage'),
                example: { ...EXAMPLE_MESSAGE, type: event },
              },
            },
          },
          responses: { '2XX': { description: 'Taken. Everything else is a failure and is tried again.' } },
        },
      },
    ]),
  );
