import { Module } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { AddressGuard } from '@eyeline/webhooks';

import { OutboxModule } from '../outbox/outbox.module.js';
import { CONFIG } from '../runtime/runtime.module.js';
import { WebhookDeliveriesController } from './webhook-deliveries.controller.js';
import { WebhookEndpointsController } from './webhook-endpoints.controller.js';
import { WebhookEndpointsService } from './webhook-endpoints.service.js';
import { WebhookSecretController } from './webhook-secret.controller.js';

@Module({
  imports: [OutboxModule],
  controllers: [WebhookEndpointsController, WebhookDeliveriesController, WebhookSecretController],
  providers: [
    {
      provide: AddressGuard,
      useFactory: ({ webhookAllowedRanges }: Config) => new AddressGuard(webhookAllowedRanges),
      inject: [CONFIG],
    },
    WebhookEndpointsService,
  ],
  exports: [AddressGuard, WebhookEndpointsService],
})
export class WebhooksModule {}
