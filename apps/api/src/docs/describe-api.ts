import { NestFactory } from '@nestjs/core';
import { type OpenAPIObject } from '@nestjs/swagger';
import { pino } from 'pino';

import { AppModule } from '../app.module.js';
import { type Runtime } from '../runtime/runtime.module.js';
import { buildOpenApi } from './openapi.js';

/** The OpenAPI document without a running service: nothing is made of what the API works with, and nothing connected. */
export async function describeApi(): Promise<OpenAPIObject> {
  // In a preview, controllers are known and not made: none of this is looked at.
  const runtime = { logger: pino({ level: 'silent' }) } as unknown as Runtime;
  const app = await NestFactory.create(AppModule.register(runtime), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  return buildOpenApi(app);
}
