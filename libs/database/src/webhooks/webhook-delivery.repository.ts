import { type DisabledReason, TEST_EVENT, type WebhookAttempt } from '@eyeline/contracts';

import { onDatabase } from '../database-errors.js';
import { type PrismaClient } from '../generated/client.js';
import { toJson } from '../json-column.js';
import { decodeCursor, encodeCursor } from '../page-cursor.js';
import { hasNul } from '../stored-text.js';
import { addDelivery, attemptJob, END_TRANSACTION } from './announce-end.js';
import { type DeliveryListQuery, type DeliveryRow, toDeliveryRow, WITH_ENDPOINT } from './delivery-row.js';
import { type EndpointRow } from './endpoint-row.js';

/** What an attempt has come to, and what follows from it. */
export interface AttemptOutcome {
  readonly entry: Omit<WebhookAttempt, 'number'>;
  readonly succeeded: boolean;
  /** When it is tried again; null: not any more. */
  readonly nextAttemptAt: Date | null;
  /** Its endpoint is disabled for this reason; null: it is not. */
  readonly disable: DisabledReason | null;
}

/** Entries of the log that are kept. */
const LOG_LENGTH = 30;

/** Events on their way to receivers. Every method throws `database_unavailable` when there is no answer. */
export class WebhookDeliveryRepository {
  constructor(private readonly client: PrismaClient) {}

  /** A worker's view, over all projects. */
  async findById(id: string): Promise<DeliveryRow | null> {
    const record = await onDatabase(() =>
      this.client.webhookDelivery.findUnique({ where: { id }, include: WITH_ENDPOINT }),
    );
    return record === null ? null : toDeliveryRow(record);
  }

  /** Null when there is none, or when it is another project's. */
  async find(projectId: string, id: string): Promise<DeliveryRow | null> {
    if (hasNul(id)) return null;
    const row = await this.findById(id);
    return row?.projectId === projectId ? row : null;
  }

  /**
   * Newest first.
   *
   * @throws AppError invalid_request (`cursor`)
   */
  async list(
    projectId: string,
    { endpointId, analysisId, status, limit, cursor }: DeliveryListQuery,
  ): Promise<{ rows: DeliveryRow[]; nextCursor: string | null }> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    if (analysisId !== undefined && hasNul(analysisId)) return { rows: [], nextCursor: null };
    const records = await onDatabase(() =>
      this.client.webhookDelivery.findMany({
        where: {
          ...{ projectId, endpointId, analysisId, status },
          ...(after && {
            createdAt: { lte: after.createdAt },
            OR: [{ createdAt: { lt: after.createdAt } }, { id: { lt: after.id } }],
          }),
        },
        include: WITH_ENDPOINT,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit + 1,
      }),
    );
    const rows = records.slice(0, limit).map(toDeliveryRow);
    const last = rows.at(-1);
    return { rows, nextCursor: records.length > limit && last ? encodeCursor(last) : null };
  }

  /** A test event for one endpoint. */
  async createTest({ projectId, id: endpointId }: EndpointRow): Promise<DeliveryRow> {
    const data = { endpoint_id: endpointId };
    const body = JSON.stringify({ type: TEST_EVENT, timestamp: new Date().toISOString(), data });
    const delivery = { projectId, analysisId: null, event: TEST_EVENT, body };
    return onDatabase(async () => {
      const id = await this.client.$transaction(
        (transaction) => addDelivery(transaction, delivery, { endpointId }),
        END_TRANSACTION,
      );
      const where = { id };
      return toDeliveryRow(
        await this.client.webhookDelivery.findUniqueOrThrow({ where, include: WITH_ENDPOINT }),
      );
    });
  }

  /**
   * Sends it again now, with the same id, and begins the schedule anew. Of several calls at once one does.
   *
   * @returns the row after the call
   */
  async redeliver({ id, attempt, status, projectId }: DeliveryRow): Promise<DeliveryRow | null> {
    const next = attempt + 1;
    await onDatabase(() =>
      this.client.$transaction(async (transaction) => {
        const now = new Date();
        const { count } = await transaction.webhookDelivery.updateMany({
          where: { id, attempt, status },
          data: { status: 'pending', attempt: next, roundStart: next, nextAttemptAt: now, queuedAt: now },
        });
        if (count === 1) await transaction.outboxEntry.create({ data: attemptJob(id, next, null) });
      }, END_TRANSACTION),
    );
    return this.find(projectId, id);
  }

  /**
   * Writes what an attempt has come to, with what follows from it, in one transaction: the job of the next attempt, or
   * the end of it, and of its endpoint. False when that attempt is not the one that is waited for: nothing is written.
   */
  async record(row: DeliveryRow, outcome: AttemptOutcome): Promise<boolean> {
    const { id, attempt, endpoint } = row;
    const { entry, succeeded, nextAttemptAt, disable } = outcome;
    const log = [...row.log, { number: attempt, ...entry }].slice(-LOG_LENGTH);
    const goesOn = !succeeded && nextAttemptAt !== null;
    return onDatabase(() =>
      this.client.$transaction(async (transaction) => {
        const { count } = await transaction.webhookDelivery.updateMany({
          where: { id, attempt, status: 'pending' },
          data: {
            log: log.map(toJson),
            nextAttemptAt: goesOn ? nextAttemptAt : null,
            ...(goesOn
              ? { attempt: attempt + 1, queuedAt: new Date() }
              : { status: succeeded ? 'succeeded' : 'failed' }),
          },
        });
        if (count === 0) return false;
        if (goesOn)
          await transaction.outboxEntry.create({ data: attemptJob(id, attempt + 1, nextAttemptAt) });
        if (disable !== null && endpoint !== null) {
          await transaction.webhookEndpoint.updateMany({
            where: { id: endpoint.id, disabledAt: null },
            data: { disabledAt: new Date(), disabledReason: disable },
          });
        }
        return true;
      }, END_TRANSACTION),
    );
  }

  /**
   * Deliveries whose job the queue may not know, by when it was last known to: those that are overdue since `before`,
   * or all that wait.
   */
  async listUnheard(
    before: Date,
    { overdue, limit }: { overdue: boolean; limit: number },
  ): Promise<Pick<DeliveryRow, 'id' | 'attempt' | 'nextAttemptAt'>[]> {
    return onDatabase(() =>
      this.client.webhookDelivery.findMany({
        where: {
          ...{ status: 'pending', queuedAt: { lt: before } },
          ...(overdue && { nextAttemptAt: { lt: before } }),
        },
        select: { id: true, attempt: true, nextAttemptAt: true },
        orderBy: { queuedAt: 'asc' },
        take: limit,
      }),
    );
  }

  /** The queue knows them now. */
  async noteQueued(ids: readonly string[]): Promise<void> {
    const where = { id: { in: [...ids] } };
    await onDatabase(() => this.client.webhookDelivery.updateMany({ where, data: { queuedAt: new Date() } }));
  }

  /** Deletes test events of before then; all others go with their analysis. @returns how many */
  async removeTests(before: Date): Promise<number> {
    const where = { analysisId: null, createdAt: { lt: before } };
    const { count } = await onDatabase(() => this.client.webhookDelivery.deleteMany({ where }));
    return count;
  }
}
