import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type WebhookDelivery, type webhookDeliveryListSchema } from '@eyeline/contracts';
import { type z } from 'zod';

import { Audited } from '../audit/audited.decorator.js';
import { ZodQueryPipe } from '../common/problems/zod-query.pipe.js';
import { Answers, Problems, QueryOf, Summary } from '../docs/operation.decorators.js';
import { Idempotent } from '../idempotency/idempotent.decorator.js';
import { NeedsScope } from '../keys/needs-scope.decorator.js';
import { ProjectId } from '../keys/project-id.decorator.js';
import { presentDelivery } from './present-webhooks.js';
import { WebhookEndpointsService } from './webhook-endpoints.service.js';
import { type DeliveriesQuery, deliveriesQuerySchema } from './webhooks.queries.js';

@ApiTags('Webhooks')
@Controller('v1/webhook-deliveries')
export class WebhookDeliveriesController {
  constructor(private readonly webhooks: WebhookEndpointsService) {}

  @Get()
  @NeedsScope('webhooks:write')
  @Summary('List deliveries', 'Newest first; those to the `webhook_url` of an analysis are among them.')
  @QueryOf(deliveriesQuerySchema)
  @Answers(200, 'WebhookDeliveryList', 'One page of deliveries.')
  @Problems('invalid_request', 'database_unavailable')
  async list(
    @ProjectId() projectId: string,
    @Query(new ZodQueryPipe(deliveriesQuerySchema)) { analysis_id: analysisId, ...query }: DeliveriesQuery,
  ): Promise<z.infer<typeof webhookDeliveryListSchema>> {
    const { rows, nextCursor } = await this.webhooks.listDeliveries(projectId, { ...query, analysisId });
    return { data: rows.map(presentDelivery), next_cursor: nextCursor };
  }

  @Get(':id')
  @NeedsScope('webhooks:write')
  @Summary('Get a delivery', 'With its attempts.')
  @Answers(200, 'WebhookDelivery', 'The delivery as it is now.')
  @Problems('not_found', 'database_unavailable')
  async get(@ProjectId() projectId: string, @Param('id') id: string): Promise<WebhookDelivery> {
    return presentDelivery(await this.webhooks.findDelivery(projectId, id));
  }

  @Post(':id/redeliver')
  @HttpCode(202)
  @Idempotent()
  @Audited('webhook_redelivered')
  @NeedsScope('webhooks:write')
  @Summary(
    'Deliver again',
    'At once, whatever became of it, with the same `webhook-id`; should that fail, the schedule begins anew.',
  )
  @Answers(202, 'WebhookDelivery', 'The delivery is on its way.')
  @Problems('invalid_request', 'not_found', 'conflict', 'idempotency_mismatch', 'database_unavailable')
  async redeliver(@ProjectId() projectId: string, @Param('id') id: string): Promise<WebhookDelivery> {
    return presentDelivery(await this.webhooks.redeliver(projectId, id));
  }
}
