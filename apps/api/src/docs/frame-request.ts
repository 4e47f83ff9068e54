import { type OpenAPIObject } from '@nestjs/swagger';

import { schemaRef } from './schemas.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['post']>;

const SESSION_ID = {
  type: 'string',
  description: 'Not supported yet: answered 409 `not_supported`.',
} as const;

/** One picture of one point: small enough to read. */
const EXAMPLE_IMAGE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

/** The ways to send an image. */
export function frameRequestBody(): Operation['requestBody'] {
  const binary = { schema: { type: 'string', format: 'binary' } } as const;
  return {
    required: true,
    description:
      'A JPEG, PNG or WebP image as the body itself, as the part `file` of a form, or as base64 in JSON. EXIF orientation is applied; of an animation the first picture is taken.',
    content: {
      'image/*': binary,
      'application/octet-stream': binary,
      'multipart/form-data': {
        schema: {
          type: 'object',
          required: ['file'],
          additionalProperties: false,
          properties: { file: { type: 'string', format: 'binary' }, session_id: SESSION_ID },
        },
        example: { file: '(the bytes of frame.jpg)' },
      },
      'application/json': { schema: schemaRef('LiveFrameRequest'), example: { image: EXAMPLE_IMAGE } },
    },
  };
}

/** The query of an image that is the body itself. */
export const frameParameters = (): NonNullable<Operation['parameters']> => [
  {
    name: 'session_id',
    in: 'query',
    required: false,
    description: SESSION_ID.description,
    schema: { type: 'string' },
  },
];
