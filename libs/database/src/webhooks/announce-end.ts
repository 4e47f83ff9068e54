import { randomBytes } from 'node:crypto';

import {
  type JobPayload,
  presentAnalysis,
  type QueuedJobName,
  type WebhookEvent,
  type WebhookMessage,
} from '@eyeline/contracts';

import { toAnalysisRow } from '../analysis-row.js';
import { type Prisma } from '../generated/client.js';
import { toJson } from '../json-column.js';

/** A report of six hours is some megabytes: the time to write it is not Prisma's default of five seconds. */
export const END_TRANSACTION = { maxWait: 5_000, timeout: 60_000 };

/** What a client says to be the API's address is no address if it is longer: a message has less than 20 kB. */
const MAX_ADDRESS_CHARACTERS = 300;

const DELIVER: QueuedJobName = 'deliver-webhook';

/** Where a message goes: to an endpoint, or to an address that was given with the analysis. */
type Receiver = { readonly endpointId: string } | { readonly url: string };

interface NewDelivery {
  readonly projectId: string;
  readonly analysisId: string | null;
  readonly event: string;
  readonly body: string;
}

/**
 * To be called in the transaction that ends an analysis: one delivery for each receiver that wants to know, with the
 * analysis as it is now, and the jobs that send them.
 *
 * @param delayS how long the first attempt waits
 */
export async function announceEnd(
  transaction: Prisma.TransactionClient,
  analysisId: string,
  delayS: number,
): Promise<void> {
  const row = toAnalysisRow(await transaction.analysis.findUniqueOrThrow({ where: { id: analysisId } }));
  const event = `analysis.${row.status}` as WebhookEvent;
  // Locked, so that no endpoint goes before its delivery is written.
  const endpoints = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id FROM webhook_endpoints
     WHERE project_id = ${row.projectId} AND disabled_at IS NULL AND ${event} = ANY(events)
       FOR KEY SHARE`;
  const receivers: Receiver[] = endpoints.map(({ id }) => ({ endpointId: id }));
  if (row.webhookUrl !== null) receivers.push({ url: row.webhookUrl });
  if (receivers.length === 0) return;
  const { apiUrl } = row;
  const isAddress = apiUrl !== null && apiUrl.length <= MAX_ADDRESS_CHARACTERS;
  const message: WebhookMessage = {
    type: event,
    timestamp: (row.completedAt ?? new Date()).toISOString(),
    data: presentAnalysis(row, isAddress ? apiUrl : ''),
  };
  const delivery = { projectId: row.projectId, analysisId, event, body: JSON.stringify(message) };
  for (const receiver of receivers) await addDelivery(transaction, delivery, receiver, delayS);
}

/** A delivery, and the job that makes its first attempt. @returns its id */
export async function addDelivery(
  transaction: Prisma.TransactionClient,
  delivery: NewDelivery,
  receiver: Receiver,
  delayS = 0,
): Promise<string> {
  const id = `msg_${randomBytes(12).toString('hex')}`;
  const nextAttemptAt = new Date(Date.now() + delayS * 1000);
  await transaction.webhookDelivery.create({ data: { id, ...delivery, ...receiver, nextAttemptAt } });
  await transaction.outboxEntry.create({ data: attemptJob(id, 1, delayS > 0 ? nextAttemptAt : null) });
  return id;
}

/** The outbox entry of one attempt. */
export function attemptJob(deliveryId: string, attempt: number, dueAt: Date | null) {
  const payload: JobPayload<'deliver-webhook'> = { deliveryId, attempt };
  return { jobName: DELIVER, payload: toJson(payload), dueAt };
}
