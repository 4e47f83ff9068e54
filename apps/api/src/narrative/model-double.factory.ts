import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

export type Reply = (response: ServerResponse) => void;

/** What an OpenAI-compatible address answers. */
export const replyWith =
  (status: number, body: unknown): Reply =>
  (response) =>
    void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));

/** A text as such an address gives it. */
export const replyWithText = (text: string, times: readonly number[] = []): Reply =>
  replyWith(200, { choices: [{ message: { content: JSON.stringify({ text, cited_times_s: times }) } }] });

/** A language model on loopback that is asked by HTTP, keeps what it is asked, and answers as a test says. */
export class ModelDouble {
  asked: string[] = [];
  /** Answers that were not waited for. */
  cut = 0;
  reply: Reply = () => undefined;

  private readonly server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      this.asked.push(body);
      response.once('close', () => (this.cut += response.writableFinished ? 0 : 1));
      this.reply(response);
    });
  });

  static async open(): Promise<ModelDouble> {
    const double = new ModelDouble();
    double.server.listen(0, '127.0.0.1');
    await once(double.server, 'listening');
    return double;
  }

  /** What an API has to be told to ask it. */
  get settings(): { readonly NARRATIVE_BASE_URL: string; readonly NARRATIVE_MODEL: string } {
    const { port } = this.server.address() as AddressInfo;
    return { NARRATIVE_BASE_URL: `http://127.0.0.1:${port}/v1`, NARRATIVE_MODEL: 'a-model' };
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
