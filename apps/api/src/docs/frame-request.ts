import { type OpenAPIObject } from '@nestjs/swagger';

import { EXAMPLE_IMAGE } from './examples/example-image.js';
import { schemaRef } from './schemas.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['post']>;

/** What may stand beside an image, in a form and in a query. */
const FIELDS = {
  session_id: {
    schema: { type: 'string', minLength: 1, maxLength: 200 },
    description: 'The session that the picture belongs to: of your choice, and known to your API key alone.',
  },
  t_s: {
    schema: { type: 'number', minimum: 0 },
    description:
      'When the picture was taken, in seconds from a moment of your choice; only within a session, and then with each of its pictures.',
  },
  landmarks: {
    schema: { type: 'boolean', default: false },
    description: 'Whether the answer holds the 68 points of each face.',
  },
} as const;

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
          properties: {
            file: { type: 'string', format: 'binary' },
            ...Object.fromEntries(
              Object.entries(FIELDS).map(([name, { schema, description }]) => [
                name,
                { ...schema, description },
              ]),
            ),
          },
        },
        example: { file: '(the bytes of frame.jpg)' },
      },
      'application/json': { schema: schemaRef('LiveFrameRequest'), example: { image: EXAMPLE_IMAGE } },
    },
  };
}

/** The query of an image that is the body itself. */
export const frameParameters = (): NonNullable<Operation['parameters']> =>
  Object.entries(FIELDS).map(([name, { schema, description }]) => ({
    ...{ name, in: 'query', required: false, description },
    schema: { ...schema },
  }));
