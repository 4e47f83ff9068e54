import { AppError, type QueuedJobName } from '@eyeline/contracts';

import { onDatabase } from './database-errors.js';
import { type Prisma, type PrismaClient } from './generated/client.js';

/** A job that a committed row asks for. */
export interface OutboxJob {
  readonly jobName: QueuedJobName;
  readonly payload: unknown;
  /** 1 first. */
  readonly priority: number;
  /** How long it is until the job may be done, in ms. */
  readonly delayMs: number;
}

type Deliver = (entry: OutboxJob) => Promise<void>;

interface LockedEntry {
  readonly id: bigint;
  readonly job_name: QueuedJobName;
  readonly payload: unknown;
  readonly priority: number;
  readonly delay_ms: number;
}

/** The entry is locked while the queue takes it, which answers within seconds or refuses. */
const DELIVERY_TRANSACTION = { maxWait: 5_000, timeout: 30_000 };

/** Jobs on their way from the database to the queue. */
export class OutboxRepository {
  constructor(private readonly client: PrismaClient) {}

  /**
   * Hands entries over in their order, and deletes each once `deliver` has returned. Several processes may drain at
   * once: each entry is with one of them. A process that dies between the two delivers again later, so `deliver` has to
   * be idempotent.
   *
   * @returns how many were delivered
   * @throws AppError database_unavailable, or what `deliver` threw: a retryable error (the queue is down) at once, any
   *   other after the entries behind it have had their turn. The entry stays.
   */
  async drain(deliver: Deliver, limit = 100): Promise<number> {
    let delivered = 0;
    let lastId = 0n;
    const failures: unknown[] = [];
    for (let i = 0; i < limit; i++) {
      const outcome = await onDatabase(() =>
        this.client.$transaction(
          (transaction) => deliverNext(transaction, lastId, deliver),
          DELIVERY_TRANSACTION,
        ),
      );
      if (outcome === null) break;
      lastId = outcome.id;
      if (!('failure' in outcome)) {
        delivered++;
        continue;
      }
      failures.push(outcome.failure);
      if (outcome.failure instanceof AppError && outcome.failure.retryable) break;
    }
    if (failures.length > 0) throw failures[0];
    return delivered;
  }
}

/** The first free entry behind `lastId`; null when there is none. */
async function deliverNext(
  transaction: Prisma.TransactionClient,
  lastId: bigint,
  deliver: Deliver,
): Promise<{ id: bigint; failure?: unknown } | null> {
  const [entry] = await transaction.$queryRaw<LockedEntry[]>`
    SELECT id, job_name, payload, priority,
           GREATEST(0, extract(epoch FROM due_at - now()) * 1000)::float8 AS delay_ms
      FROM outbox
     WHERE id > ${lastId} ORDER BY id LIMIT 1
       FOR UPDATE SKIP LOCKED`;
  if (entry === undefined) return null;
  const { job_name: jobName, payload, priority, delay_ms: delayMs } = entry;
  try {
    await deliver({ jobName, payload, priority, delayMs: Math.ceil(delayMs) });
  } catch (failure) {
    return { id: entry.id, failure };
  }
  await transaction.outboxEntry.delete({ where: { id: entry.id } });
  return { id: entry.id };
}
