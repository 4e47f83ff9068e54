import { Webhook } from 'standardwebhooks';

import { type WebhookMessage } from './types.js';

/**
 * Tells a message of the service from one that somebody else sent, or changed, or sent again after more than five minutes.
 *
 * @param body the bytes as they came, not JSON that was read and written again
 * @param headers of the request, as `fetch`, Node or Express have them
 * @param secret `whsec_...`: the endpoint's, or the project's for a `webhook_url`
 * @throws WebhookVerificationError
 * @example const { type, data } = verifyWebhook(await request.text(), request.headers, secret);
 */
export function verifyWebhook(
  body: string | Uint8Array,
  headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>,
  secret: string,
): WebhookMessage {
  const pairs = headers instanceof Headers ? [...headers] : Object.entries(headers);
  const plain = Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), String(value)]));
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  return new Webhook(secret).verify(text, plain) as WebhookMessage;
}
