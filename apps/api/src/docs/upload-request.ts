import { type OpenAPIObject } from '@nestjs/swagger';

import { componentSchemas, type JsonSchema, schemaRef } from './schemas.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['post']>;

const TAG = {
  type: 'string',
  minLength: 1,
  maxLength: 128,
  description: 'Your own name for a group of analyses.',
};

const WEBHOOK_URL = {
  type: 'string',
  maxLength: 2048,
  description: 'An address that is told how the analysis ends, signed with the secret of the project.',
};

/** The two ways to send a video in one request. */
export function uploadRequestBody(): Operation['requestBody'] {
  const binary = { schema: { type: 'string', format: 'binary' } };
  return {
    required: true,
    description:
      'The video as the part `file` of a form, or as the body itself with the options in the query.',
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          required: ['file'],
          additionalProperties: false,
          properties: {
            file: { type: 'string', format: 'binary' },
            options: schemaRef('AnalysisOptions'),
            metadata: schemaRef('Metadata'),
            tag: TAG,
            webhook_url: WEBHOOK_URL,
          },
        },
        encoding: {
          options: { contentType: 'application/json' },
          metadata: { contentType: 'application/json' },
        },
      },
      'video/*': binary,
      'application/octet-stream': binary,
    },
  };
}

/** The query of a raw upload: each option by its name. */
export function uploadParameters(): NonNullable<Operation['parameters']> {
  const options = componentSchemas().AnalysisOptions.properties as Record<string, JsonSchema>;
  const byName = Object.entries(options).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query' as const,
    required: false,
    description: `${String(description)} Raw uploads only.`,
    // An object is sent as JSON text; everything else as it is.
    ...(schema.type === 'object' ? { content: { 'application/json': { schema } } } : { schema }),
  }));
  return [
    ...byName,
    { name: 'tag', in: 'query', required: false, description: 'Raw uploads only.', schema: TAG },
    {
      name: 'webhook_url',
      in: 'query',
      required: false,
      description: 'Raw uploads only.',
      schema: WEBHOOK_URL,
    },
    {
      name: 'metadata',
      in: 'query',
      required: false,
      description: 'A JSON object of at most 4 kB. Raw uploads only.',
      content: { 'application/json': { schema: schemaRef('Metadata') } },
    },
  ] as NonNullable<Operation['parameters']>;
}
