import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type webhookSecretSchema } from '@eyeline/contracts';
import { type z } from 'zod';

import { Answers, Problems, Summary } from '../docs/operation.decorators.js';
import { NeedsScope } from '../keys/needs-scope.decorator.js';
import { ProjectId } from '../keys/project-id.decorator.js';
import { WebhookEndpointsService } from './webhook-endpoints.service.js';

@ApiTags('Webhooks')
@Controller('v1/webhook-secret')
export class WebhookSecretController {
  constructor(private readonly webhooks: WebhookEndpointsService) {}

  @Get()
  @NeedsScope('webhooks:write')
  @Summary('Get the secret of the project', 'It signs what is sent to the `webhook_url` of an analysis.')
  @Answers(200, 'WebhookSecret', 'The secret, always the same one.')
  @Problems('database_unavailable')
  async get(@ProjectId() projectId: string): Promise<z.infer<typeof webhookSecretSchema>> {
    return { object: 'webhook_secret', secret: await this.webhooks.projectSecret(projectId) };
  }
}
