import { Inject, Injectable } from '@nestjs/common';
import { AppError, type FieldError, type Problem } from '@eyeline/contracts';
import {
  type Database,
  type EarlierRequest,
  type KeptAnswer,
  type RequestClaim,
  type RequestPrint,
} from '@eyeline/database';
import { type Response } from 'express';
import { type Logger } from 'pino';

import { toAppError } from '../common/problems/to-app-error.js';
import { DATABASE, LOGGER } from '../runtime/runtime.module.js';

/** Often enough that a process at work is not taken for dead after a minute. */
const TOUCH_MS = 15_000;

/** When to ask again for the answer to a request that is being worked on. */
const RETRY_AFTER_S = 1;

export interface OnceOptions {
  /** The hash of a payload that was not known before: reads it. */
  readonly readPayload: () => Promise<string>;
  /** Does what is asked for. */
  readonly work: () => Promise<KeptAnswer>;
}

/** What is kept of a problem: the rest follows from its code and from the request that it answers. */
type KeptProblem = Pick<Problem, 'code' | 'detail'> & { readonly errors: readonly FieldError[] };

/** The rules of the Idempotency-Key, whatever the request is about. */
@Injectable()
export class IdempotencyService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Does the work, or answers with what it led to before. The status of a success is the operation's own.
   *
   * @throws AppError conflict while the first request is worked on; idempotency_mismatch for another request under the
   *   same key; what the work throws, now or before
   */
  async answerOnce(
    claim: RequestClaim,
    print: RequestPrint,
    response: Response,
    { readPayload, work }: OnceOptions,
  ): Promise<object> {
    const earlier = await this.database.keyedRequests.claim(claim, print);
    if (earlier === null) return this.answerFirst(claim, print, work);
    const answer = await findAnswer(earlier, print, response, readPayload);
    response.set('Idempotent-Replayed', 'true');
    if (answer.status >= 400) {
      const { code, detail, errors } = answer.body as KeptProblem;
      throw new AppError(code, { detail, errors });
    }
    if (answer.location !== null) response.set('Location', answer.location);
    return answer.body;
  }

  private async answerFirst(
    claim: RequestClaim,
    { payloadHash }: RequestPrint,
    work: () => Promise<KeptAnswer>,
  ): Promise<object> {
    const { keyedRequests } = this.database;
    const touch = () => this.tolerate(keyedRequests.touch(claim));
    const timer = setInterval(() => void touch(), TOUCH_MS);
    try {
      const answer = await work();
      // An upload's answer was kept together with its row, and other answers may have been.
      if (payloadHash !== null) await this.tolerate(keyedRequests.settle(claim, payloadHash, answer));
      return answer.body;
    } catch (thrown) {
      const error = toAppError(thrown);
      if (payloadHash !== null && error.status < 500 && !error.retryable) {
        await this.tolerate(keyedRequests.settle(claim, payloadHash, toKept(error)));
      } else {
        await this.tolerate(keyedRequests.release(claim));
      }
      throw thrown;
    } finally {
      clearInterval(timer);
    }
  }

  /** What the client is told does not change by it: a key that stays claimed is free after a minute. */
  private async tolerate(writing: Promise<unknown>): Promise<void> {
    try {
      await writing;
    } catch (error) {
      this.logger.warn({ err: error }, 'the state of a request with a key could not be written');
    }
  }
}

async function findAnswer(
  earlier: EarlierRequest,
  print: RequestPrint,
  response: Response,
  readPayload: () => Promise<string>,
): Promise<KeptAnswer> {
  if (earlier.headHash !== print.headHash) throw mismatch();
  const { payloadHash, answer } = earlier;
  if (print.payloadHash !== null && payloadHash !== null && print.payloadHash !== payloadHash)
    throw mismatch();
  if (answer === null) {
    response.set('Retry-After', String(RETRY_AFTER_S));
    throw new AppError('conflict', {
      detail: 'The first request with this Idempotency-Key is being worked on.',
    });
  }
  if ((print.payloadHash ?? (await readPayload())) !== payloadHash) throw mismatch();
  return answer;
}

const mismatch = (): AppError =>
  new AppError('idempotency_mismatch', {
    detail: 'This Idempotency-Key was sent with another request: use a new one.',
  });

const toKept = ({ code, detail, errors, status }: AppError): KeptAnswer => {
  const body: KeptProblem = { code, detail, errors };
  return { status, body, location: null };
};
