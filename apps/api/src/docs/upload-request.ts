import { type OpenAPIObject } from '@nestjs/swagger';
import { sourceUrlSchema } from '@eyeline/contracts';

import { EXAMPLE_IDS } from './examples/example-ids.js';
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

/** The ways to send a video, or to name one that was sent before. */
export function uploadRequestBody(): Operation['requestBody'] {
  const binary = { schema: { type: 'string', format: 'binary' } };
  return {
    required: true,
    description:
      'The video as the part `file` of a form, as the body itself with the options in the query, as the id of an ' +
      'upload, or as the address of a file.',
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
        example: {
          file: '(the bytes of talk.mp4)',
          options: { sampling_fps: 5, landmarks: true },
          metadata: { room: 'A' },
          tag: 'talk',
        },
      },
      'application/json': {
        schema: {
          type: 'object',
          oneOf: [{ required: ['upload_id'] }, { required: ['source_url'] }],
          additionalProperties: false,
          description: 'Options may also stand beside `upload_id` or `source_url`, each by its name.',
          properties: {
            upload_id: { type: 'string', description: 'A complete upload that was not used yet.' },
            source_url: { type: 'string', maxLength: 4096, description: sourceUrlSchema.description },
            options: schemaRef('AnalysisOptions'),
            metadata: schemaRef('Metadata'),
            tag: TAG,
            webhook_url: WEBHOOK_URL,
            ...optionSchemas(),
          },
        },
        examples: {
          upload: { value: { upload_id: EXAMPLE_IDS.upload, options: { max_side: 320 }, tag: 'talk' } },
          address: {
            value: { source_url: 'https://videos.example.com/talk.mp4', sampling_fps: 2, tag: 'talk' },
          },
        },
      },
      'video/*': binary,
      'application/octet-stream': binary,
    },
  };
}

/** The video as the body itself, and nothing else. */
export function videoRequestBody(): Operation['requestBody'] {
  const binary = { schema: { type: 'string', format: 'binary' } };
  return {
    required: true,
    description: 'The bytes of a video, under any type or none.',
    content: { 'video/*': binary, 'application/octet-stream': binary },
  };
}

const optionSchemas = (): Record<string, JsonSchema> =>
  componentSchemas().AnalysisOptions.properties as Record<string, JsonSchema>;

/** The query of a raw upload: each option by its name. */
export function uploadParameters(): NonNullable<Operation['parameters']> {
  const byName = Object.entries(optionSchemas()).map(([name, { description, ...schema }]) => ({
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
