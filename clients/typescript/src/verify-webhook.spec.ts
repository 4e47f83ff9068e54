import { Webhook, WebhookVerificationError } from 'standardwebhooks';

import { verifyWebhook } from './verify-webhook.js';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const BODY = JSON.stringify({
  type: 'analysis.completed',
  timestamp: '2026-01-01T00:00:00Z',
  data: { id: 'ü' },
});

function sign(at = new Date(), secret = SECRET): Record<string, string> {
  return {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign('msg_1', at, BODY),
  };
}

describe('verifyWebhook', () => {
  it('takes what the service has signed, in whatever form the headers are', () => {
    const headers = sign();
    const upper = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]),
    );
    for (const form of [headers, new Headers(headers), { ...upper, accept: ['a', 'b'], other: undefined }]) {
      expect(verifyWebhook(BODY, form, SECRET)).toEqual(JSON.parse(BODY));
    }
    expect(verifyWebhook(Buffer.from(BODY), headers, SECRET)).toEqual(JSON.parse(BODY));
  });

  it('takes one of several signatures, as they come while a secret is rotated', () => {
    const headers = sign();
    const other = sign(new Date(), `whsec_${Buffer.alloc(32, 8).toString('base64')}`)['webhook-signature'];
    headers['webhook-signature'] = `${other} ${headers['webhook-signature']}`;
    expect(verifyWebhook(BODY, headers, SECRET).type).toBe('analysis.completed');
  });

  it.each([
    ['changed', BODY.replace('completed', 'failed'), sign()],
    ['old', BODY, sign(new Date(Date.now() - 6 * 60_000))],
    ['foreign', BODY, sign(new Date(), `whsec_${Buffer.alloc(32, 8).toString('base64')}`)],
    ['unsigned', BODY, {}],
  ])('refuses what is %s', (_name, body, headers) => {
    expect(() => verifyWebhook(body, headers, SECRET)).toThrow(WebhookVerificationError);
  });
});
