import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { type Analysis, type FrameRecord, type Report } from '@eyeline/contracts';

/** An answer with its body parsed: what an end-to-end test looks at. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- any JSON; the assertions give it a shape
}

/** A client that knows HTTP alone, as a user's would. */
export class EyelineClient {
  constructor(readonly baseUrl: string) {}

  async request(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(new URL(path, this.baseUrl), init);
    const text = await response.text();
    const isJson =
      /\bjson\b/.test(response.headers.get('content-type') ?? '') &&
      !/ndjson/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
  }

  /** Uploads raw bytes; `query` holds the options by name. */
  upload(body: Uint8Array | Readable, query: Record<string, string> = {}): Promise<Answer> {
    return this.request(`/v1/analyses?${new URLSearchParams(query).toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'video/mp4' },
      body: body instanceof Readable ? Readable.toWeb(body) : body,
      duplex: 'half',
    });
  }

  /** Uploads a file and expects it to be accepted. */
  async submit(path: string, query: Record<string, string> = {}): Promise<Analysis> {
    const { status, body } = await this.upload(createReadStream(path), query);
    if (status !== 202) throw new Error(`the upload was answered ${status}: ${JSON.stringify(body)}`);
    return body as Analysis;
  }

  async get(id: string): Promise<Analysis> {
    return (await this.request(`/v1/analyses/${id}`)).body as Analysis;
  }

  /** Polls, with the server's own waiting, until the analysis has ended. */
  async finish(id: string, withinMs = 120_000): Promise<Analysis> {
    const until = Date.now() + withinMs;
    for (;;) {
      const { body } = await this.request(`/v1/analyses/${id}?wait=10`);
      const analysis = body as Analysis;
      if (['completed', 'failed', 'canceled'].includes(analysis.status)) return analysis;
      if (Date.now() > until)
        throw new Error(`analysis ${id} is still ${analysis.status} at ${analysis.progress}`);
    }
  }

  async report(id: string): Promise<Report> {
    const { status, body } = await this.request(`/v1/analyses/${id}/report`);
    if (status !== 200) throw new Error(`the report was answered ${status}: ${JSON.stringify(body)}`);
    return body as Report;
  }

  async frames(id: string): Promise<FrameRecord[]> {
    const { body } = await this.request(`/v1/analyses/${id}/frames?format=ndjson`);
    return String(body)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as FrameRecord);
  }

  /** Upload, wait, report: the whole walk for a file that is expected to complete. */
  async analyse(path: string, query: Record<string, string> = {}): Promise<Report> {
    const { id } = await this.submit(path, query);
    const analysis = await this.finish(id);
    if (analysis.status !== 'completed')
      throw new Error(`${path} ended ${analysis.status}: ${JSON.stringify(analysis.error)}`);
    return this.report(id);
  }
}
