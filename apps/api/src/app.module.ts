import { type DynamicModule, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';

import { AdminModule } from './admin/admin.module.js';
import { AnalysesModule } from './analyses/analyses.module.js';
import { AuditInterceptor } from './audit/audit.interceptor.js';
import { ArtifactsModule } from './artifacts/artifacts.module.js';
import { CompatModule } from './compat/compat.module.js';
import { NestLogger } from './common/http/nest-logger.js';
import { ProblemFilter } from './common/problems/problem.filter.js';
import { ErrorDocsController } from './docs/error-docs.controller.js';
import { HealthModule } from './health/health.module.js';
import { IdempotencyModule } from './idempotency/idempotency.module.js';
import { KeysModule } from './keys/keys.module.js';
import { LiveModule } from './live/live.module.js';
import { LiveSocketModule } from './live-socket/live-socket.module.js';
import { MeModule } from './me/me.module.js';
import { ModelsModule } from './models/models.module.js';
import { PagesModule } from './pages/pages.module.js';
import { RateLimitsModule } from './rate-limits/rate-limits.module.js';
import { type Runtime, RuntimeModule } from './runtime/runtime.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import { WebhooksModule } from './webhook-endpoints/webhooks.module.js';
import { UploadsModule } from './uploads/uploads.module.js';

@Module({})
export class AppModule {
  static register(runtime: Runtime): DynamicModule {
    return {
      module: AppModule,
      imports: [
        RuntimeModule.register(runtime),
        // Requests get their logger from logRequests, which has to run before everything else.
        LoggerModule.forRoot({ pinoHttp: { logger: runtime.logger }, useExisting: true }),
        RateLimitsModule,
        KeysModule,
        MeModule,
        IdempotencyModule,
        HealthModule,
        AnalysesModule,
        ArtifactsModule,
        ModelsModule,
        LiveModule,
        SessionsModule,
        CompatModule,
        LiveSocketModule,
        WebhooksModule,
        UploadsModule,
        AdminModule,
        PagesModule,
      ],
      controllers: [ErrorDocsController],
      providers: [AuditInterceptor, ProblemFilter, NestLogger],
    };
  }
}
