import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A message that was taken (answered 2xx). */
export interface TakenWebhook {
  /** The same for the same message, however often it comes. */
  readonly messageId: string;
  readonly type: string;
  readonly analysisId: string;
}

/** Every so many messages it has no time, and wants the message again. */
const BUSY_EVERY = 7;

/** The server of a client, to which the ends of its analyses are told. */
export class WebhookReceiver {
  readonly taken: TakenWebhook[] = [];
  private arrived = 0;
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      this.take(request).then(
        (status) => response.writeHead(status).end(),
        () => response.destroy(), // its sender was killed in the middle
      );
    });
  }

  static async start(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    receiver.server.listen(0, '127.0.0.1');
    await once(receiver.server, 'listening');
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async take(request: IncomingMessage): Promise<number> {
    const { type, data } = JSON.parse(await text(request)) as { type: string; data: { id: string } };
    if (++this.arrived % BUSY_EVERY === 0) return 503;
    this.taken.push({ messageId: String(request.headers['webhook-id']), type, analysisId: data.id });
    return 204;
  }
}
