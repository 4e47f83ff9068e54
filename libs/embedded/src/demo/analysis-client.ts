import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Analysis,
  type Problem,
  type Report,
  analysisSchema,
  isFinalStatus,
  problemSchema,
  reportSchema,
} from '@eyeline/contracts';

/** The API said no, or the analysis failed: a problem document. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.detail} (${problem.code})`);
    this.name = 'ProblemError';
  }
}

const POLL_EVERY_MS = 150;

function readBody(status: number, body: string): unknown {
  const json: unknown = JSON.parse(body);
  if (status < 400) return json;
  throw new ProblemError(problemSchema.parse(json));
}

/** The walk of any client: upload, poll, fetch the report. */
export class AnalysisClient {
  constructor(private readonly address: string) {}

  /**
   * Sends the file as the raw body of `POST /v1/analyses`, streamed.
   *
   * @param onProgress share of the bytes that were sent, 0-1
   * @throws {ProblemError} when the API refuses it
   */
  async upload(path: string, onProgress: (share: number) => void, signal: AbortSignal): Promise<Analysis> {
    const { size } = await stat(path);
    const { status, body } = await new Promise<{ status: number; body: string }>((done, fail) => {
      const upload = request(`${this.address}/v1/analyses`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', 'content-length': size },
        signal,
      });
      let hasAnswer = false;
      upload.once('response', (answer) => {
        hasAnswer = true;
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        answer.once('end', () => done({ status: answer.statusCode ?? 0, body: text }));
        answer.once('error', fail);
      });
      // A refusal may come, and the connection end, before all is sent: the answer counts.
      upload.on('error', (error) => {
        if (!hasAnswer) fail(error);
      });
      let sent = 0;
      const file = createReadStream(path);
      file.on('data', (chunk) => onProgress((sent += chunk.length) / size));
      file.once('error', fail);
      file.pipe(upload);
    });
    return analysisSchema.parse(readBody(status, body));
  }

  /**
   * Polls until the analysis has ended.
   *
   * @throws {ProblemError} when it ended otherwise than completed
   */
  async waitUntilCompleted(
    id: string,
    onChange: (analysis: Analysis) => void,
    signal: AbortSignal,
  ): Promise<Analysis> {
    for (;;) {
      const analysis = analysisSchema.parse(await this.get(`/v1/analyses/${id}`, signal));
      onChange(analysis);
      if (analysis.error !== null) throw new ProblemError(analysis.error);
      if (isFinalStatus(analysis.status)) return analysis;
      await sleep(POLL_EVERY_MS, undefined, { signal });
    }
  }

  async report(id: string, signal: AbortSignal): Promise<Report> {
    return reportSchema.parse(await this.get(`/v1/analyses/${id}/report`, signal));
  }

  private async get(path: string, signal: AbortSignal): Promise<unknown> {
    const answer = await fetch(`${this.address}${path}`, { signal });
    return readBody(answer.status, await answer.text());
  }
}
