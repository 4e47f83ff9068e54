import { type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import { AppError } from '@eyeline/contracts';

import { explainStatus, openAnswer, type Way } from './open-answer.js';
import { readBody } from './read-body.js';
import { SourceFailure } from './source-failure.js';

/** How often a transfer may break off, and how often in a row without having brought a byte. */
const MAX_CUTS = 20;
const MAX_FRUITLESS = 3;

/** Bytes are lost on the way and the server cannot give the rest of the same file: it has to begin anew. */
export class RestartNeeded extends Error {
  constructor() {
    super('the transfer has to begin anew');
    this.name = 'RestartNeeded';
  }
}

export type OnProgress = (receivedBytes: number, totalBytes: number | null) => void;

interface TransferSettings {
  readonly way: Way;
  readonly address: string;
  readonly maxBytes: number;
  /** Bytes that are not asked for, since they are there already. */
  readonly from: number;
  readonly onProgress: OnProgress;
}

/** One file from its first byte to its last, over as many connections as it takes. */
export class SourceTransfer {
  private receivedBytes: number;
  /** Null while no server has said. */
  private totalBytes: number | null = null;
  /** Names the state of the file, for `If-Range`; null when the server does not. */
  private validator: string | null = null;

  constructor(private readonly settings: TransferSettings) {
    this.receivedBytes = settings.from;
  }

  /** @throws AppError source_unreachable | source_forbidden | payload_too_large, RestartNeeded, the signal's reason */
  async *read(): AsyncGenerator<Buffer> {
    const { way } = this.settings;
    for (let cuts = 0, fruitless = 0; ;) {
      const before = this.receivedBytes;
      try {
        const answer = await this.open();
        if (answer !== null) yield* this.receive(answer);
        return;
      } catch (error) {
        way.signal.throwIfAborted();
        if (!(error instanceof SourceFailure && error.retryable)) throw error;
        // What has not begun is tried again later, as a whole.
        if (this.receivedBytes === 0) throw error;
        fruitless = this.receivedBytes > before ? 0 : fruitless + 1;
        if (++cuts > MAX_CUTS || fruitless === MAX_FRUITLESS) throw error;
        if (!this.canGoOn()) throw new RestartNeeded();
        await this.rest(error, fruitless);
      }
    }
  }

  private async *receive(answer: IncomingMessage): AsyncGenerator<Buffer> {
    const { way, onProgress } = this.settings;
    for await (const bytes of readBody(answer, way.limits)) {
      this.receivedBytes += bytes.length;
      onProgress(this.receivedBytes, this.totalBytes);
      yield bytes;
    }
    if (this.totalBytes !== null && this.receivedBytes !== this.totalBytes) {
      throw new SourceFailure('The connection broke off.');
    }
  }

  private async rest({ retryAfterS }: SourceFailure, fruitless: number): Promise<void> {
    const { waitsMs, longestRetryAfterMs } = this.settings.way.limits;
    const waitMs = waitsMs[Math.min(fruitless, waitsMs.length - 1)];
    const askedMs = Math.min((retryAfterS ?? 0) * 1000, longestRetryAfterMs);
    await sleep(Math.max(waitMs, askedMs), undefined, { signal: this.settings.way.signal });
  }

  /** The answer with the bytes that are still missing; null when none are. */
  private async open(): Promise<IncomingMessage | null> {
    const { way, address } = this.settings;
    const { receivedBytes, validator } = this;
    const isRest = receivedBytes > 0 && this.canGoOn();
    const answer = await openAnswer(way, address, {
      ...{ 'User-Agent': 'Eyeline-Sources/1', Accept: '*/*', 'Accept-Encoding': 'identity' },
      ...(isRest && { Range: `bytes=${receivedBytes}-` }),
      ...(isRest && validator !== null && { 'If-Range': validator }),
    });
    try {
      return isRest ? this.goOn(answer) : this.begin(answer);
    } catch (error) {
      answer.destroy();
      throw error;
    }
  }

  /** Where some bytes were there before, a checksum tells whether the rest belongs to them. */
  private canGoOn(): boolean {
    return this.validator !== null || this.settings.from > 0;
  }

  private begin(answer: IncomingMessage): IncomingMessage {
    if (answer.statusCode !== 200) throw explainStatus(answer, this.settings.way.door);
    const { 'content-length': length, etag, 'last-modified': lastModified } = answer.headers;
    this.setTotal(length === undefined ? null : Number(length));
    // A weak one promises no equal bytes.
    const strong = etag?.startsWith('"') === true ? etag : undefined;
    this.validator = answer.headers['accept-ranges'] === 'none' ? null : (strong ?? lastModified ?? null);
    return answer;
  }

  /** @throws AppError payload_too_large */
  private setTotal(totalBytes: number | null): void {
    this.totalBytes = totalBytes;
    const { maxBytes } = this.settings;
    if (totalBytes === null || totalBytes <= maxBytes) return;
    const detail = `It has ${totalBytes} bytes, and ${maxBytes} are allowed.`;
    throw new AppError('payload_too_large', { detail });
  }

  private goOn(answer: IncomingMessage): IncomingMessage | null {
    const { statusCode, headers } = answer;
    const [, start, total] = /^bytes (?:(\d+)-\d+|\*)\/(\d+|\*)$/.exec(headers['content-range'] ?? '') ?? [];
    const isSameFile = this.totalBytes === null || total === '*' || Number(total) === this.totalBytes;
    if (statusCode === 206 && Number(start) === this.receivedBytes && isSameFile) {
      if (total !== '*') this.setTotal(Number(total));
      return answer;
    }
    // It was cut behind its last byte.
    if (statusCode === 416 && Number(total) === this.receivedBytes) {
      answer.destroy();
      return null;
    }
    if (statusCode === 200 || statusCode === 206 || statusCode === 412 || statusCode === 416) {
      throw new RestartNeeded();
    }
    throw explainStatus(answer, this.settings.way.door);
  }
}
