import { randomBytes } from 'node:crypto';

import { AppError, type WebhookEvent } from '@eyeline/contracts';

import { onDatabase } from '../database-errors.js';
import { type Prisma, type PrismaClient } from '../generated/client.js';
import { hasNul } from '../stored-text.js';
import { type EndpointRow, toEndpointRow } from './endpoint-row.js';

export interface NewEndpoint {
  readonly projectId: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly description: string | null;
  readonly secret: string;
}

export interface EndpointChanges {
  readonly url?: string;
  readonly events?: readonly WebhookEvent[];
  readonly description?: string | null;
  readonly enabled?: boolean;
}

/** Each end of an analysis writes a delivery for each of them. */
const MAX_ENDPOINTS = 50;

/** Where projects want to be told. Every method throws `database_unavailable` when there is no answer. */
export class WebhookEndpointRepository {
  constructor(private readonly client: PrismaClient) {}

  /** @throws AppError conflict when the project has as many as it may have */
  async create({ projectId, events, ...input }: NewEndpoint): Promise<EndpointRow> {
    const create = async (transaction: Prisma.TransactionClient): Promise<EndpointRow> => {
      // Those of one project are counted and written one after another.
      await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`eyeline endpoints of ${projectId}`}, 0))`;
      if ((await transaction.webhookEndpoint.count({ where: { projectId } })) >= MAX_ENDPOINTS) {
        throw new AppError('conflict', { detail: `A project has at most ${MAX_ENDPOINTS} endpoints.` });
      }
      const id = `we_${randomBytes(10).toString('hex')}`;
      const data = { id, projectId, events: [...events], ...input };
      return toEndpointRow(await transaction.webhookEndpoint.create({ data }));
    };
    return onDatabase(() => this.client.$transaction(create));
  }

  /** Oldest first. */
  async list(projectId: string): Promise<EndpointRow[]> {
    const records = await onDatabase(() =>
      this.client.webhookEndpoint.findMany({ where: { projectId }, orderBy: { createdAt: 'asc' } }),
    );
    return records.map(toEndpointRow);
  }

  /** Null when there is none, or when it is another project's. */
  async find(projectId: string, id: string): Promise<EndpointRow | null> {
    if (hasNul(id)) return null;
    const record = await onDatabase(() =>
      this.client.webhookEndpoint.findUnique({ where: { id, projectId } }),
    );
    return record === null ? null : toEndpointRow(record);
  }

  /** @returns the row after the call; null when there is none */
  async update(
    projectId: string,
    id: string,
    { enabled, events, ...changes }: EndpointChanges,
  ): Promise<EndpointRow | null> {
    if (hasNul(id)) return null;
    await onDatabase(async () => {
      const where = { id, projectId };
      const rest = { ...changes, events: events && [...events] };
      await this.client.webhookEndpoint.updateMany({ where, data: rest });
      if (enabled === true) {
        await this.client.webhookEndpoint.updateMany({
          where,
          data: { disabledAt: null, disabledReason: null },
        });
      } else if (enabled === false) {
        // One that is disabled already keeps its reason.
        await this.client.webhookEndpoint.updateMany({
          where: { ...where, disabledAt: null },
          data: { disabledAt: new Date(), disabledReason: 'requested' },
        });
      }
    });
    return this.find(projectId, id);
  }

  /**
   * The secret becomes the previous one, which signs too until `previousExpiresAt`. One before that signs no more.
   *
   * @returns the row after the call; null when there is none
   */
  async rotateSecret(
    projectId: string,
    id: string,
    secret: string,
    previousExpiresAt: Date,
  ): Promise<EndpointRow | null> {
    if (hasNul(id)) return null;
    await onDatabase(
      () => this.client.$executeRaw`
        UPDATE webhook_endpoints
           SET previous_secret = secret, previous_secret_expires_at = ${previousExpiresAt}, secret = ${secret}
         WHERE id = ${id} AND project_id = ${projectId}`,
    );
    return this.find(projectId, id);
  }

  /** Deletes it with its deliveries; false when it was not there. */
  async remove(projectId: string, id: string): Promise<boolean> {
    if (hasNul(id)) return false;
    const { count } = await onDatabase(() =>
      this.client.webhookEndpoint.deleteMany({ where: { id, projectId } }),
    );
    return count === 1;
  }
}
