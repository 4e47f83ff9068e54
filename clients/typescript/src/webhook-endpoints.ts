import { bodyOf, type Connection, once } from './calls/connection.js';
import { eachOf } from './calls/pages.js';
import {
  type NewWebhookEndpoint,
  type WebhookDelivery,
  type WebhookEndpoint,
  type WebhookEndpointChanges,
  type WebhookEndpointWithSecret,
} from './types.js';

/** Who is told how analyses end. */
export class WebhookEndpoints {
  constructor(private readonly connection: Connection) {}

  /** The answer alone holds the secret: keep it. */
  async create(endpoint: NewWebhookEndpoint): Promise<WebhookEndpointWithSecret> {
    const init = { params: { header: once() }, body: endpoint as Required<NewWebhookEndpoint> };
    return bodyOf(await this.connection.api.POST('/v1/webhook-endpoints', init));
  }

  async list(): Promise<WebhookEndpoint[]> {
    return bodyOf(await this.connection.api.GET('/v1/webhook-endpoints')).data;
  }

  async get(id: string): Promise<WebhookEndpoint> {
    return bodyOf(await this.connection.api.GET('/v1/webhook-endpoints/{id}', { params: { path: { id } } }));
  }

  /** What is left out stays. */
  async change(id: string, body: WebhookEndpointChanges): Promise<WebhookEndpoint> {
    const init = { params: { path: { id } }, body };
    return bodyOf(await this.connection.api.PATCH('/v1/webhook-endpoints/{id}', init));
  }

  async delete(id: string): Promise<void> {
    await this.connection.api.DELETE('/v1/webhook-endpoints/{id}', { params: { path: { id } } });
  }

  /** For a day, messages are signed with the new secret and the old one. The answer alone holds the new one. */
  async rotateSecret(id: string): Promise<WebhookEndpointWithSecret> {
    const params = { path: { id } };
    return bodyOf(await this.connection.api.POST('/v1/webhook-endpoints/{id}/rotate-secret', { params }));
  }

  /** Sends a test event; `deliveries` tells what became of it. */
  async test(id: string): Promise<WebhookDelivery> {
    const params = { path: { id }, header: once() };
    return bodyOf(await this.connection.api.POST('/v1/webhook-endpoints/{id}/test', { params }));
  }

  /** Newest first. */
  deliveries(id: string): AsyncGenerator<WebhookDelivery, void, undefined> {
    return eachOf(async (cursor) => {
      const params = { path: { id }, query: { cursor, limit: 100 } };
      return bodyOf(await this.connection.api.GET('/v1/webhook-endpoints/{id}/deliveries', { params }));
    });
  }

  /** Sends a message again, whatever became of it. */
  async redeliver(id: string): Promise<WebhookDelivery> {
    const params = { path: { id }, header: once() };
    return bodyOf(await this.connection.api.POST('/v1/webhook-deliveries/{id}/redeliver', { params }));
  }

  async delivery(id: string): Promise<WebhookDelivery> {
    return bodyOf(await this.connection.api.GET('/v1/webhook-deliveries/{id}', { params: { path: { id } } }));
  }
}
