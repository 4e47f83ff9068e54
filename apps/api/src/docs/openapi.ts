import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

import { KEY_SECURITY } from '../keys/needs-scope.decorator.js';
import { componentSchemas } from './schemas.js';
import { uploadParameters, uploadRequestBody } from './upload-request.js';
import { webhookMessages } from './webhook-messages.js';

const DESCRIPTION =
  'Video emotion and eye-contact analysis. Send a video, poll or wait for the analysis to end, read its report. ' +
  'Errors are `application/problem+json`; their codes are explained at [/docs/errors](/docs/errors). ' +
  'Answers to requests that are limited say how many are left, in `RateLimit` and `RateLimit-Policy`.';

/** The OpenAPI document of every route that the app has, made from the controllers and the contract's schemas. */
export function buildOpenApi(app: INestApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Eyeline')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addServer('/')
    .addBearerAuth(
      {
        type: 'http',
        description:
          'An API key, `ey_...`. What it has to allow stands beside each operation; `admin` allows everything. ' +
          'As long as no key was ever made, requests from the machine itself need none.',
      },
      KEY_SECURITY,
    )
    .build();
  const document = SwaggerModule.createDocument(app, settings, {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '').toLowerCase()}_${method}`,
  });
  document.components = { ...document.components, schemas: componentSchemas() };
  const start = document.paths['/v1/analyses'].post;
  if (start === undefined) throw new Error('POST /v1/analyses is missing from the OpenAPI document.');
  // The decorators know one schema for all media types; the two ways of upload differ.
  start.requestBody = uploadRequestBody();
  start.parameters = [...(start.parameters ?? []), ...uploadParameters()];
  // Part of OpenAPI 3.1 that the type does not know.
  return Object.assign(document, { webhooks: webhookMessages() });
}
