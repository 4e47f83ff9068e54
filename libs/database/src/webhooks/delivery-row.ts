import { type DeliveryStatus, type WebhookAttempt } from '@eyeline/contracts';

import { type Prisma } from '../generated/client.js';
import { type EndpointRow, toEndpointRow } from './endpoint-row.js';

/** One event for one receiver, as the database keeps it. */
export interface DeliveryRow {
  readonly id: string;
  readonly projectId: string;
  readonly analysisId: string | null;
  /** Null: the receiver is an address that was given with one analysis. */
  readonly endpoint: EndpointRow | null;
  /** The receiver's address as it is now. */
  readonly url: string;
  readonly event: string;
  /** What is signed and sent, byte for byte. */
  readonly body: string;
  readonly status: DeliveryStatus;
  /** Number of the attempt that comes next, or was the last. */
  readonly attempt: number;
  /** Number of the attempt at which the schedule began. */
  readonly roundStart: number;
  readonly nextAttemptAt: Date | null;
  /** The attempts that were made, the last thirty. */
  readonly log: readonly WebhookAttempt[];
  readonly createdAt: Date;
}

export interface DeliveryListQuery {
  readonly endpointId?: string;
  readonly analysisId?: string;
  readonly status?: DeliveryStatus;
  readonly limit: number;
  readonly cursor?: string;
}

export const WITH_ENDPOINT = { endpoint: true } as const;

type DeliveryRecord = Prisma.WebhookDeliveryGetPayload<{ include: typeof WITH_ENDPOINT }>;

export function toDeliveryRow({ endpointId, queuedAt, ...record }: DeliveryRecord): DeliveryRow {
  return {
    ...record,
    endpoint: record.endpoint === null ? null : toEndpointRow(record.endpoint),
    url: record.endpoint?.url ?? record.url ?? '',
    log: record.log as unknown as WebhookAttempt[],
  };
}
