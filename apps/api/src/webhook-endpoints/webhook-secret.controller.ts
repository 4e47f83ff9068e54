import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type webhookSecretSchema } from '@eyeline/contracts';
import { type z } from 'zod';

import { Audited } from '../audit/audited.decorator.js';
import { Answers, Problems, Summary } from '../docs/operation.decorators.js';
import { NeedsScope } from '../keys/needs-scope.decorator.js';
import { ProjectId } from '../keys/project-id.decorator.js';
import { presentSecret } from './present-webhooks.js';
import { WebhookEndpointsService } from './webhook-endpoints.service.js';

@ApiTags('Webhooks')
@Controller('v1/webhook-secret')
export class WebhookSecretController {
  constructor(private readonly webhooks: WebhookEndpointsService) {}

  @Get()
  @Audited('webhook_secret_read')
  @NeedsScope('webhooks:write')
  @Summary('Get the secret of the project', 'It signs what is sent to the `webhook_url` of an analysis.')
  @Answers(200, 'WebhookSecret', 'The secret, the same one until it is rotated.')
  @Problems('database_unavailable')
  async get(@ProjectId() projectId: string): Promise<z.infer<typeof webhookSecretSchema>> {
    return presentSecret(await this.webhooks.projectSecret(projectId));
  }

  @Post('rotate')
  @HttpCode(200)
  @Audited('webhook_secret_rotated')
  @NeedsScope('webhooks:write')
  @Summary(
    'Rotate the secret of the project',
    'For 24 hours each delivery carries a signature by the new secret and one by the old.',
  )
  @Answers(200, 'WebhookSecret', 'The new secret.')
  @Problems('database_unavailable')
  async rotate(@ProjectId() projectId: string): Promise<z.infer<typeof webhookSecretSchema>> {
    return presentSecret(await this.webhooks.rotateProjectSecret(projectId));
  }
}
