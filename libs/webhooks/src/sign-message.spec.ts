import { Webhook } from 'standardwebhooks';

import { newWebhookSecret, signMessage } from './sign-message.js';

/** What a receiver does. */
const verify = (secret: string, signature: string, body: string, timestampS: number): unknown =>
  new Webhook(secret).verify(body, {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(timestampS),
    'webhook-signature': signature,
  });

const now = Math.floor(Date.now() / 1000);

describe('signMessage', () => {
  it('gives the signature of the example in the specification', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    expect(signMessage([secret], 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}')).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });

  it('is accepted by the verifier of Standard Webhooks, and refused when anything was altered', () => {
    const secret = newWebhookSecret();
    const body = JSON.stringify({ type: 'analysis.completed', data: { tag: 'ä😀' } });
    const signature = signMessage([secret], 'msg_1', now, body);
    expect(verify(secret, signature, body, now)).toEqual(JSON.parse(body));
    expect(() => verify(secret, signature, body.replace('ä', 'a'), now)).toThrow();
    expect(() => verify(secret, signature, body, now + 1)).toThrow();
    expect(() => verify(newWebhookSecret(), signature, body, now)).toThrow();
  });

  it('signs by each secret, so that receivers with the old and with the new one accept it', () => {
    const secrets = [newWebhookSecret(), newWebhookSecret()];
    const signature = signMessage(secrets, 'msg_1', now, '{}');
    expect(signature.split(' ')).toHaveLength(2);
    for (const secret of secrets) expect(verify(secret, signature, '{}', now)).toEqual({});
  });
});
