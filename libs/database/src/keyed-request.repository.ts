import { AppError } from '@eyeline/contracts';

import { onDatabase } from './database-errors.js';
import { type Prisma, type PrismaClient } from './generated/client.js';
import { toJson } from './json-column.js';

/** How long an answer is kept. */
const KEPT_MS = 24 * 3600 * 1000;

/** A process that has given no sign for so long is taken for dead. */
const ALIVE_MS = 60_000;

/** What stands for a request: equal for every repetition of it. */
export interface RequestPrint {
  /** SHA-256 of method, path and query. */
  readonly headHash: string;
  /** SHA-256 of the payload; null while it is not known yet. */
  readonly payloadHash: string | null;
}

/** A request that this process, and no other, works on. */
export interface RequestClaim {
  readonly projectId: string;
  readonly key: string;
  readonly token: string;
}

export interface KeptAnswer {
  readonly status: number;
  readonly body: object;
  readonly location: string | null;
}

/** What is there already under a key. `answer` is null while another process works on it. */
export interface EarlierRequest extends RequestPrint {
  readonly answer: KeptAnswer | null;
}

/** Requests with an Idempotency-Key. Every method throws `database_unavailable` when there is no answer. */
export class KeyedRequestRepository {
  constructor(private readonly client: PrismaClient) {}

  /**
   * Claims the key, if it is free, has passed its time, or was claimed by a process that has died.
   *
   * @returns null when it is ours now, otherwise what is there
   */
  async claim(claim: RequestClaim, { headHash, payloadHash }: RequestPrint): Promise<EarlierRequest | null> {
    const { projectId, key, token } = claim;
    for (;;) {
      const now = new Date();
      const claimed = await onDatabase(
        () => this.client.$executeRaw`
          INSERT INTO keyed_requests AS held
                 (project_id, key, token, head_hash, payload_hash, alive_until, expires_at)
          VALUES (${projectId}, ${key}, ${token}, ${headHash}, ${payloadHash}, ${after(now, ALIVE_MS)}, ${after(now, KEPT_MS)})
              ON CONFLICT (project_id, key) DO UPDATE
             SET token = excluded.token, head_hash = excluded.head_hash, payload_hash = excluded.payload_hash,
                 alive_until = excluded.alive_until, expires_at = excluded.expires_at,
                 status = NULL, body = NULL, location = NULL
           WHERE held.expires_at <= ${now} OR (held.status IS NULL AND held.alive_until <= ${now})`,
      );
      if (claimed === 1) return null;
      const where = { projectId_key: { projectId, key } };
      const held = await onDatabase(() => this.client.keyedRequest.findUnique({ where }));
      if (held === null) continue; // given up meanwhile: free now
      const { status, body, location } = held;
      return {
        headHash: held.headHash,
        payloadHash: held.payloadHash,
        answer: status === null ? null : { status, body: body as object, location },
      };
    }
  }

  /** A sign of life of whoever works on it. */
  async touch(claim: RequestClaim): Promise<void> {
    const data = { aliveUntil: after(new Date(), ALIVE_MS) };
    await onDatabase(() => this.client.keyedRequest.updateMany({ where: held(claim), data }));
  }

  /**
   * Keeps the answer for 24 h; false when it was kept already, or the claim has gone to another process.
   */
  async settle(claim: RequestClaim, payloadHash: string, answer: KeptAnswer): Promise<boolean> {
    const { count } = await onDatabase(() => keepAnswer(this.client, claim, payloadHash, answer));
    return count === 1;
  }

  /** Frees the key, as if it had never been used. What has an answer keeps it. */
  async release(claim: RequestClaim): Promise<void> {
    await onDatabase(() => this.client.keyedRequest.deleteMany({ where: held(claim) }));
  }

  /** Forgets what has passed its time; says how many that were. */
  async removeExpired(now: Date): Promise<number> {
    const where = { expiresAt: { lte: now } };
    return (await onDatabase(() => this.client.keyedRequest.deleteMany({ where }))).count;
  }
}

/** An answer that is written together with the rows that it speaks of. */
export interface AnswerToKeep {
  readonly claim: RequestClaim;
  readonly payloadHash: string;
  readonly answer: KeptAnswer;
}

/** @throws AppError conflict, which has to undo the transaction, when the claim has gone to another process */
export async function settleWithin(
  transaction: Prisma.TransactionClient,
  { claim, payloadHash, answer }: AnswerToKeep,
): Promise<void> {
  const { count } = await keepAnswer(transaction, claim, payloadHash, answer);
  if (count === 1) return;
  throw new AppError('conflict', { detail: 'Another request with this Idempotency-Key was faster.' });
}

const keepAnswer = (
  client: Prisma.TransactionClient,
  claim: RequestClaim,
  payloadHash: string,
  { status, body, location }: KeptAnswer,
) =>
  client.keyedRequest.updateMany({
    where: held(claim),
    data: { payloadHash, status, body: toJson(body), location },
  });

const held = ({ projectId, key, token }: RequestClaim) => ({ projectId, key, token, status: null });

const after = (now: Date, ms: number): Date => new Date(now.getTime() + ms);
