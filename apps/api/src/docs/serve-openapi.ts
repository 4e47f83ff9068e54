import { type NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';

import { buildOpenApi } from './openapi.js';

/** `/openapi.json` and its pages under `/docs`, made of the package's own files: nothing comes from elsewhere. */
export function serveOpenApi(app: NestExpressApplication): void {
  SwaggerModule.setup('docs', app, buildOpenApi(app), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Eyeline API',
    swaggerOptions: { defaultModelsExpandDepth: 0, displayRequestDuration: true },
  });
}
