// receive-webhook.ts PORT: prints how analyses end, as far as the service has said so.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { verifyWebhook, WebhookVerificationError } from '@eyeline/client';

const secret = process.env.EYELINE_WEBHOOK_SECRET ?? '';
const seen = new Set<string>();

createServer((request, response) => {
  void text(request).then((body) => {
    try {
      const { type, data } = verifyWebhook(body, request.headers, secret);
      // The same message can come more than once.
      const id = String(request.headers['webhook-id']);
      if (!seen.has(id)) console.log(type, data.id);
      seen.add(id);
      response.writeHead(204).end();
    } catch (error) {
      if (!(error instanceof WebhookVerificationError)) throw error;
      response.writeHead(401).end();
    }
  });
}).listen(Number(process.argv[2]), '127.0.0.1', () => console.log('ready'));
