import { Inject, Injectable } from '@nestjs/common';
import { AppError, type NewWebhookEndpoint, type WebhookEndpointChanges } from '@eyeline/contracts';
import {
  type Database,
  type DeliveryListQuery,
  type DeliveryRow,
  type EndpointRow,
  type SecretRow,
} from '@eyeline/database';
import { AddressGuard, newWebhookSecret } from '@eyeline/webhooks';

import { OutboxRelay } from '../outbox/outbox-relay.service.js';
import { DATABASE } from '../runtime/runtime.module.js';

/** How long the secret before a rotation signs too. */
const PREVIOUS_SECRET_MS = 24 * 3600 * 1000;

/** Where a project wants to be told of ends, and what it was told. */
@Injectable()
export class WebhookEndpointsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly guard: AddressGuard,
    private readonly relay: OutboxRelay,
  ) {}

  /** @throws AppError webhook_forbidden, or conflict when there are too many */
  async create(projectId: string, { url, events, description }: NewWebhookEndpoint): Promise<EndpointRow> {
    const { href } = (await this.guard.check(url)).url;
    const secret = newWebhookSecret();
    return this.database.webhookEndpoints.create({ projectId, url: href, events, description, secret });
  }

  list(projectId: string): Promise<EndpointRow[]> {
    return this.database.webhookEndpoints.list(projectId);
  }

  /** @throws AppError not_found */
  async find(projectId: string, id: string): Promise<EndpointRow> {
    return found(await this.database.webhookEndpoints.find(projectId, id), id);
  }

  /** @throws AppError not_found, webhook_forbidden */
  async change(projectId: string, id: string, changes: WebhookEndpointChanges): Promise<EndpointRow> {
    await this.find(projectId, id);
    const checked = changes.url === undefined ? undefined : await this.guard.check(changes.url);
    const row = await this.database.webhookEndpoints.update(projectId, id, {
      ...changes,
      url: checked?.url.href,
    });
    return found(row, id);
  }

  /** @throws AppError not_found */
  async remove(projectId: string, id: string): Promise<void> {
    if (!(await this.database.webhookEndpoints.remove(projectId, id))) throw noSuch('endpoint', id);
  }

  /** @throws AppError not_found */
  async rotateSecret(projectId: string, id: string): Promise<EndpointRow> {
    const { webhookEndpoints } = this.database;
    return found(await webhookEndpoints.rotateSecret(projectId, id, newWebhookSecret(), previousEnd()), id);
  }

  /** @throws AppError not_found, or conflict when it is disabled */
  async test(projectId: string, id: string): Promise<DeliveryRow> {
    const endpoint = await this.find(projectId, id);
    assertEnabled(endpoint);
    const delivery = await this.database.webhookDeliveries.createTest(endpoint);
    this.relay.kick();
    return delivery;
  }

  /** The secret for addresses that are given with one analysis. */
  projectSecret(projectId: string): Promise<SecretRow> {
    return this.database.webhookSecrets.find(projectId, newWebhookSecret());
  }

  /** The one before signs too for a while, as with endpoints. */
  rotateProjectSecret(projectId: string): Promise<SecretRow> {
    return this.database.webhookSecrets.rotate(projectId, newWebhookSecret(), previousEnd());
  }

  /** @throws AppError invalid_request (`cursor`) */
  listDeliveries(
    projectId: string,
    query: DeliveryListQuery,
  ): Promise<{ rows: DeliveryRow[]; nextCursor: string | null }> {
    return this.database.webhookDeliveries.list(projectId, query);
  }

  /** @throws AppError not_found */
  async findDelivery(projectId: string, id: string): Promise<DeliveryRow> {
    const row = await this.database.webhookDeliveries.find(projectId, id);
    if (row === null) throw noSuch('delivery', id);
    return row;
  }

  /** @throws AppError not_found, or conflict when its endpoint is disabled */
  async redeliver(projectId: string, id: string): Promise<DeliveryRow> {
    const before = await this.findDelivery(projectId, id);
    if (before.endpoint !== null) assertEnabled(before.endpoint);
    const row = await this.database.webhookDeliveries.redeliver(before);
    if (row === null) throw noSuch('delivery', id);
    this.relay.kick();
    return row;
  }
}

const previousEnd = (): Date => new Date(Date.now() + PREVIOUS_SECRET_MS);

function found(row: EndpointRow | null, id: string): EndpointRow {
  if (row === null) throw noSuch('endpoint', id);
  return row;
}

function assertEnabled({ id, disabledAt }: EndpointRow): void {
  if (disabledAt === null) return;
  throw new AppError('conflict', { detail: `The endpoint ${id} is disabled: enable it first.` });
}

const noSuch = (what: 'endpoint' | 'delivery', id: string): AppError =>
  new AppError('not_found', { detail: `There is no webhook ${what} ${id}.` });
