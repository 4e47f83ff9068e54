import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

import { KEY_SECURITY } from '../keys/needs-scope.decorator.js';
import { completeDocument } from './complete-document.js';
import { frameRequestBody } from './frame-request.js';
import { componentSchemas } from './schemas.js';
import { uploadParameters, uploadRequestBody, videoRequestBody } from './upload-request.js';
import { webhookMessages } from './webhook-messages.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['post']>;

const DESCRIPTION =
  'Video emotion and eye-contact analysis. Send a video, poll or wait for the analysis to end, read its report. ' +
  'Errors are `application/problem+json`; their codes are explained at [/docs/errors](/docs/errors). An address that does ' +
  'not take a method answers 405 `method_not_allowed` and names in `Allow` what it takes. ' +
  'Answers to requests that are limited say how many are left, in `RateLimit` and `RateLimit-Policy`.';

const TAGS = {
  Analyses: 'Start analyses, follow them, stop and remove them.',
  Results: 'What came out of an analysis.',
  Uploads: 'Videos that arrive in pieces, through the API (tus) or straight to S3.',
  Live: 'Single images, answered at once: one by one, or over a WebSocket.',
  'Sign-in': 'Who a request comes from, and how a browser signs in.',
  Webhooks: 'Be told how analyses end. What is sent is described under `webhooks`.',
  'Prototype routes':
    'The paths and shapes of the prototypes that this replaces: docs/migrating-from-prototypes.md.',
  Operate: 'What an operator looks at: queues, workers, what has failed.',
  Operations: 'Whether the service is well. No key is needed.',
};

/** The OpenAPI document of every route that the app has, made from the controllers and the contract's schemas. */
export function buildOpenApi(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Eyeline')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/')
    .addBearerAuth(
      {
        type: 'http',
        description:
          'An API key, `ey_...`. What it has to allow stands beside each operation; `admin` allows everything. ' +
          'As long as no key was ever made, requests from the machine itself need none. ' +
          'A browser may sign in with a key instead: `POST /v1/me/session`.',
      },
      KEY_SECURITY,
    );
  for (const [tag, description] of Object.entries(TAGS)) builder.addTag(tag, description);
  const document = SwaggerModule.createDocument(app, builder.build(), {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '').toLowerCase()}_${method}`,
  });
  document.components = { ...document.components, schemas: componentSchemas() };
  // The decorators know one schema for all media types; the ways to send a video or an image differ.
  describeBody(document, '/v1/analyses', uploadRequestBody(), uploadParameters());
  describeBody(document, '/v1/frames', frameRequestBody());
  describeBody(document, '/process-frame', videoRequestBody());
  // Part of OpenAPI 3.1 that the type does not know.
  return Object.assign(completeDocument(document), { webhooks: webhookMessages() });
}

function describeBody(
  document: OpenAPIObject,
  path: string,
  body: Operation['requestBody'],
  parameters: NonNullable<Operation['parameters']> = [],
): void {
  const { post } = document.paths[path];
  if (post === undefined) throw new Error(`POST ${path} is missing from the OpenAPI document.`);
  post.requestBody = body;
  post.parameters = [...(post.parameters ?? []), ...parameters];
}
