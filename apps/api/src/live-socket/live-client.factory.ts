import { once } from 'node:events';
import { type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

import { type LiveMessage, type Problem } from '@eyeline/contracts';
import { WebSocket } from 'ws';

/** A client of a live connection that keeps what it hears. */
export class LiveClient {
  readonly heard: LiveMessage[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;

  constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => this.heard.push(JSON.parse(data.toString()) as LiveMessage));
    this.closed = new Promise((resolve) =>
      socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() })),
    );
  }

  /** The message that answers the frame of this number. */
  async answerTo(frame: number): Promise<LiveMessage> {
    for (;;) {
      const answer = this.heard.find((one) => one.frame === frame);
      if (answer !== undefined) return answer;
      if (this.socket.readyState !== WebSocket.OPEN) throw new Error('The connection is closed.');
      await Promise.race([once(this.socket, 'message'), this.closed]);
    }
  }

  async close(): Promise<void> {
    this.socket.close();
    await this.closed;
  }
}

interface Wish {
  readonly headers?: OutgoingHttpHeaders;
  readonly protocols?: string[];
}

/** @param url `http://...` */
export const openSocket = (url: string, { headers, protocols = [] }: Wish = {}): WebSocket =>
  new WebSocket(url.replace(/^http/, 'ws'), protocols, { headers, perMessageDeflate: true });

export async function connectLive(url: string, wish: Wish = {}): Promise<LiveClient> {
  const client = new LiveClient(openSocket(url, wish));
  await once(client.socket, 'open');
  return client;
}

export interface Refusal {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly problem: Problem;
}

/** How a connection is refused; fails when it is not. */
export async function refusalOf(url: string, wish: Wish = {}): Promise<Refusal> {
  const socket = openSocket(url, wish);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    socket.once('unexpected-response', (_request, response) => resolve(response));
    socket.once('open', () => reject(new Error('It was let in.')));
    socket.once('error', reject);
  });
  const problem = JSON.parse(await text(answer)) as Problem;
  return { status: answer.statusCode!, headers: answer.headers, problem };
}
