import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';

import { AppModule } from './app.module.js';
import { allowOrigins } from './common/http/cors.js';
import { askForJson, configureServer, isParsed } from './common/http/configure-server.js';
import { logRequests } from './common/http/log-requests.js';
import { NestLogger } from './common/http/nest-logger.js';
import { TRUSTED_PROXIES } from './common/http/public-url.js';
import { setSecurityHeaders } from './common/http/security-headers.js';
import { cutStalledBodies } from './common/http/stalled-bodies.js';
import { serveBoard } from './admin/serve-board.js';
import { AuditInterceptor } from './audit/audit.interceptor.js';
import { ProblemFilter } from './common/problems/problem.filter.js';
import { serveOpenApi } from './docs/serve-openapi.js';
import { MetricsService } from './health/metrics.service.js';
import { Authenticator } from './keys/authenticator.service.js';
import { ScopeGuard } from './keys/scope.guard.js';
import { acceptUpgrades, refuseOtherUpgrades } from './live-socket/accept-upgrades.js';
import { RequestThrottler } from './rate-limits/request-throttler.guard.js';
import { type Runtime } from './runtime/runtime.module.js';

/** The whole HTTP edge, ready to listen. The runtime stays the caller's to close, after the app. */
export async function createApi(runtime: Runtime): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.register(runtime), {
    // Bodies are videos; the one JSON parser is added below.
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(NestLogger));
  app.disable('x-powered-by');
  app.set('trust proxy', TRUSTED_PROXIES);
  app.use(logRequests(runtime.logger), app.get(MetricsService).observe, setSecurityHeaders);
  // Ahead of everything that refuses: pages have to be able to read why.
  const { corsOrigins } = runtime.config;
  if (corsOrigins.length > 0) app.enableCors(allowOrigins(corsOrigins));
  app.use(app.get(Authenticator).authenticate, refuseOtherUpgrades, cutStalledBodies(), askForJson);
  app.useBodyParser('json', { limit: '1mb', type: isParsed });
  app.useGlobalGuards(app.get(RequestThrottler), app.get(ScopeGuard));
  app.useGlobalInterceptors(app.get(AuditInterceptor));
  app.useGlobalFilters(app.get(ProblemFilter));
  serveOpenApi(app);
  await serveBoard(app, runtime.queue);
  configureServer(app.getHttpServer());
  acceptUpgrades(app.getHttpServer());
  return app;
}
