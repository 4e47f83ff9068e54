import { createHmac, randomBytes } from 'node:crypto';

const SECRET_START = 'whsec_';
/** Standard Webhooks asks for 24 to 64 bytes. */
const SECRET_BYTES = 32;

/** A secret as Standard Webhooks writes it. */
export const newWebhookSecret = (): string => SECRET_START + randomBytes(SECRET_BYTES).toString('base64');

/**
 * The value of `webhook-signature`: one signature for each secret, by Standard Webhooks.
 *
 * @example signMessage(['whsec_...'], 'msg_1', 1700000000, '{}') // 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4='
 */
export function signMessage(
  secrets: readonly string[],
  id: string,
  timestampS: number,
  body: string,
): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(SECRET_START.length), 'base64');
      const digest = createHmac('sha256', key).update(`${id}.${timestampS}.${body}`).digest('base64');
      return `v1,${digest}`;
    })
    .join(' ');
}
