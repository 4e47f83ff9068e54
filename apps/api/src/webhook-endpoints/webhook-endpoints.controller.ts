import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  newWebhookEndpointSchema,
  type NewWebhookEndpoint,
  type WebhookDelivery,
  type webhookDeliveryListSchema,
  type WebhookEndpoint,
  type WebhookEndpointChanges,
  webhookEndpointChangesSchema,
  type webhookEndpointListSchema,
  type WebhookEndpointWithSecret,
} from '@eyeline/contracts';
import { type Response } from 'express';
import { type z } from 'zod';

import { Audited } from '../audit/audited.decorator.js';
import { ZodBodyPipe } from '../common/problems/zod-body.pipe.js';
import { ZodQueryPipe } from '../common/problems/zod-query.pipe.js';
import { Answers, AnswersNothing, Problems, QueryOf, Summary, Takes } from '../docs/operation.decorators.js';
import { Idempotent } from '../idempotency/idempotent.decorator.js';
import { NeedsScope } from '../keys/needs-scope.decorator.js';
import { ProjectId } from '../keys/project-id.decorator.js';
import { presentDelivery, presentEndpoint, presentEndpointWithSecret } from './present-webhooks.js';
import { WebhookEndpointsService } from './webhook-endpoints.service.js';
import { type EndpointDeliveriesQuery, endpointDeliveriesQuerySchema } from './webhooks.queries.js';

@ApiTags('Webhooks')
@Controller('v1/webhook-endpoints')
export class WebhookEndpointsController {
  constructor(private readonly webhooks: WebhookEndpointsService) {}

  @Post()
  @Idempotent()
  @Audited('webhook_endpoint_created')
  @NeedsScope('webhooks:write')
  @Summary('Create an endpoint', 'It is told how analyses end. This answer alone holds its secret: keep it.')
  @Takes('NewWebhookEndpoint')
  @Answers(201, 'WebhookEndpointWithSecret', 'The endpoint.', ['Location'])
  @Problems(
    'invalid_request',
    'payload_too_large',
    'webhook_forbidden',
    'conflict',
    'idempotency_mismatch',
    'database_unavailable',
  )
  async create(
    @ProjectId() projectId: string,
    @Body(new ZodBodyPipe(newWebhookEndpointSchema)) input: NewWebhookEndpoint,
    @Res({ passthrough: true }) response: Response,
  ): Promise<WebhookEndpointWithSecret> {
    const row = await this.webhooks.create(projectId, input);
    response.location(`/v1/webhook-endpoints/${row.id}`);
    return presentEndpointWithSecret(row);
  }

  @Get()
  @NeedsScope('webhooks:write')
  @Summary('List endpoints', 'Oldest first; all on one page.')
  @Answers(200, 'WebhookEndpointList', 'The endpoints of the project.')
  @Problems('database_unavailable')
  async list(@ProjectId() projectId: string): Promise<z.infer<typeof webhookEndpointListSchema>> {
    return { data: (await this.webhooks.list(projectId)).map(presentEndpoint), next_cursor: null };
  }

  @Get(':id')
  @NeedsScope('webhooks:write')
  @Summary('Get an endpoint', 'Without its secret.')
  @Answers(200, 'WebhookEndpoint', 'The endpoint.')
  @Problems('not_found', 'database_unavailable')
  async get(@ProjectId() projectId: string, @Param('id') id: string): Promise<WebhookEndpoint> {
    return presentEndpoint(await this.webhooks.find(projectId, id));
  }

  @Patch(':id')
  @Audited('webhook_endpoint_changed')
  @NeedsScope('webhooks:write')
  @Summary(
    'Change an endpoint',
    'What is left out stays. What waits to be sent goes to the new address; while the endpoint is disabled it fails.',
  )
  @Takes('WebhookEndpointChanges')
  @Answers(200, 'WebhookEndpoint', 'The endpoint as it is now.')
  @Problems('invalid_request', 'payload_too_large', 'webhook_forbidden', 'not_found', 'database_unavailable')
  async change(
    @ProjectId() projectId: string,
    @Param('id') id: string,
    @Body(new ZodBodyPipe(webhookEndpointChangesSchema)) changes: WebhookEndpointChanges,
  ): Promise<WebhookEndpoint> {
    return presentEndpoint(await this.webhooks.change(projectId, id, changes));
  }

  @Post(':id/disable')
  @HttpCode(200)
  @Audited('webhook_endpoint_disabled')
  @NeedsScope('webhooks:write')
  @Summary('Disable an endpoint', 'It is told nothing more; what waits to be sent fails when its time comes.')
  @Answers(200, 'WebhookEndpoint', 'The endpoint, disabled by this call or earlier.')
  @Problems('not_found', 'database_unavailable')
  async disable(@ProjectId() projectId: string, @Param('id') id: string): Promise<WebhookEndpoint> {
    return presentEndpoint(await this.webhooks.change(projectId, id, { enabled: false }));
  }

  @Post(':id/enable')
  @HttpCode(200)
  @Audited('webhook_endpoint_enabled')
  @NeedsScope('webhooks:write')
  @Summary('Enable an endpoint', 'What happened while it was disabled is not told to it.')
  @Answers(200, 'WebhookEndpoint', 'The endpoint, enabled.')
  @Problems('not_found', 'database_unavailable')
  async enable(@ProjectId() projectId: string, @Param('id') id: string): Promise<WebhookEndpoint> {
    return presentEndpoint(await this.webhooks.change(projectId, id, { enabled: true }));
  }

  @Post(':id/rotate-secret')
  @HttpCode(200)
  @Audited('webhook_endpoint_secret_rotated')
  @NeedsScope('webhooks:write')
  @Summary(
    'Rotate the secret',
    'For 24 hours each delivery carries a signature by the new secret and one by the old. This answer alone holds the new one.',
  )
  @Answers(200, 'WebhookEndpointWithSecret', 'The endpoint with its new secret.')
  @Problems('not_found', 'database_unavailable')
  async rotateSecret(
    @ProjectId() projectId: string,
    @Param('id') id: string,
  ): Promise<WebhookEndpointWithSecret> {
    return presentEndpointWithSecret(await this.webhooks.rotateSecret(projectId, id));
  }

  @Post(':id/test')
  @HttpCode(202)
  @Idempotent()
  @Audited('webhook_endpoint_tested')
  @NeedsScope('webhooks:write')
  @Summary('Send a test', 'An event `webhook.test`, in one attempt; the delivery tells what became of it.')
  @Answers(202, 'WebhookDelivery', 'The delivery is on its way.')
  @Problems('invalid_request', 'not_found', 'conflict', 'idempotency_mismatch', 'database_unavailable')
  async test(@ProjectId() projectId: string, @Param('id') id: string): Promise<WebhookDelivery> {
    return presentDelivery(await this.webhooks.test(projectId, id));
  }

  @Get(':id/deliveries')
  @NeedsScope('webhooks:write')
  @Summary('List deliveries to an endpoint', 'Newest first, each with its attempts.')
  @QueryOf(endpointDeliveriesQuerySchema)
  @Answers(200, 'WebhookDeliveryList', 'One page of deliveries.')
  @Problems('invalid_request', 'not_found', 'database_unavailable')
  async deliveries(
    @ProjectId() projectId: string,
    @Param('id') id: string,
    @Query(new ZodQueryPipe(endpointDeliveriesQuerySchema)) query: EndpointDeliveriesQuery,
  ): Promise<z.infer<typeof webhookDeliveryListSchema>> {
    await this.webhooks.find(projectId, id);
    const { rows, nextCursor } = await this.webhooks.listDeliveries(projectId, { ...query, endpointId: id });
    return { data: rows.map(presentDelivery), next_cursor: nextCursor };
  }

  @Delete(':id')
  @HttpCode(204)
  @Audited('webhook_endpoint_deleted')
  @NeedsScope('webhooks:write')
  @Summary('Delete an endpoint', 'Its deliveries go with it, those that wait too.')
  @AnswersNothing('It is gone.')
  @Problems('not_found', 'database_unavailable')
  remove(@ProjectId() projectId: string, @Param('id') id: string): Promise<void> {
    return this.webhooks.remove(projectId, id);
  }
}
