import { Inject, Injectable } from '@nestjs/common';
import { AppError, type JobPayload, TEST_EVENT } from '@eyeline/contracts';
import { type AttemptOutcome, type Database, type DeliveryRow } from '@eyeline/database';
import { PutOffError } from '@eyeline/queue';
import { type Answer, newWebhookSecret, RetrySchedule, WebhookSender } from '@eyeline/webhooks';

import { type Processor, type RunningJob } from '../jobs/run-job.js';
import { type JobOutcome } from '../metrics.js';
import { DATABASE } from '../tokens.js';
import { ReceiverSlots } from './receiver-slots.js';

const GONE = 410;

/**
 * Makes one attempt to tell a receiver. The row knows which attempt it waits for, so that a job that comes late or
 * twice sends nothing; only a worker that dies between the answer and the row makes an attempt happen twice.
 */
@Injectable()
export class DeliverWebhookProcessor implements Processor<'deliver-webhook'> {
  readonly name = 'deliver-webhook';
  private readonly slots = new ReceiverSlots();

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly sender: WebhookSender,
    private readonly schedule: RetrySchedule,
  ) {}

  async process({ payload, signal, log }: RunningJob<'deliver-webhook'>): Promise<JobOutcome | void> {
    const row = await this.findAwaited(payload);
    if (row === null) return 'stale';
    const at = new Date();
    const answer = row.endpoint?.disabledAt ? ENDPOINT_DISABLED : await this.sendInTurn(row, signal);
    const outcome = this.judge(row, at, answer);
    if (!(await this.database.webhookDeliveries.record(row, outcome))) return 'stale';
    log.info(
      {
        ...{ delivery_id: row.id, attempt: row.attempt, answer_code: answer.status },
        ...{ succeeded: answer.succeeded, next_attempt_at: outcome.nextAttemptAt },
      },
      'webhook attempted',
    );
  }

  /** A job that could not be done for reasons of ours counts as an attempt that failed. */
  async giveUp(payload: JobPayload<'deliver-webhook'>, { detail }: AppError): Promise<void> {
    const row = await this.findAwaited(payload);
    if (row === null) return;
    const answer = { succeeded: false, status: null, error: detail, retryAfterS: null, durationMs: 0 };
    await this.database.webhookDeliveries.record(row, this.judge(row, new Date(), answer));
  }

  /** Null when the delivery is gone, has ended, or waits for another attempt. */
  private async findAwaited({
    deliveryId,
    attempt,
  }: JobPayload<'deliver-webhook'>): Promise<DeliveryRow | null> {
    const row = await this.database.webhookDeliveries.findById(deliveryId);
    return row?.status === 'pending' && row.attempt === attempt ? row : null;
  }

  /** @throws PutOffError when as many as may be are on their way to the same receiver */
  private async sendInTurn(row: DeliveryRow, signal: AbortSignal): Promise<Answer> {
    const receiver = row.endpoint?.id ?? originOf(row.url);
    const delayMs = this.slots.take(receiver);
    if (delayMs !== null) throw new PutOffError(delayMs);
    try {
      return await this.send(row, signal);
    } finally {
      this.slots.free(receiver);
    }
  }

  private async send(row: DeliveryRow, signal: AbortSignal): Promise<Answer> {
    const { id, url, body } = row;
    return this.sender.send({ id, url, body, secrets: await this.findSecrets(row) }, signal);
  }

  private async findSecrets({ endpoint, projectId }: DeliveryRow): Promise<string[]> {
    const row = endpoint ?? (await this.database.webhookSecrets.find(projectId, newWebhookSecret()));
    const { secret, previousSecret, previousSecretExpiresAt } = row;
    const isPreviousValid = previousSecretExpiresAt !== null && previousSecretExpiresAt > new Date();
    return previousSecret !== null && isPreviousValid ? [secret, previousSecret] : [secret];
  }

  private judge(row: DeliveryRow, at: Date, answer: Answer): AttemptOutcome {
    const { succeeded, status, error, retryAfterS, durationMs } = answer;
    const isFinal = succeeded || status === GONE || answer === ENDPOINT_DISABLED || row.event === TEST_EVENT;
    const made = row.attempt - row.roundStart + 1;
    const delayS = isFinal ? null : this.schedule.nextDelayS(made, retryAfterS);
    const hasFailedToTheLast = !isFinal && delayS === null;
    return {
      entry: { at: at.toISOString(), url: row.url, duration_ms: durationMs, answer_code: status, error },
      succeeded,
      nextAttemptAt: delayS === null ? null : new Date(Date.now() + delayS * 1000),
      disable: status === GONE ? 'gone' : hasFailedToTheLast ? 'failing' : null,
    };
  }
}

/** Addresses that are given with single analyses differ, although one server answers. */
const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);

/** The attempt that is not made. */
const ENDPOINT_DISABLED: Answer = {
  succeeded: false,
  status: null,
  error: 'The endpoint is disabled.',
  retryAfterS: null,
  durationMs: 0,
};
