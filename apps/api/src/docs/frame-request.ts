import { type OpenAPIObject } from '@nestjs/swagger';
import { liveFrameFieldsSchema } from '@eyeline/contracts';
import { z } from 'zod';

import { EXAMPLE_IMAGE } from './examples/example-image.js';
import { schemaRef } from './schemas.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['post']>;

/** What may stand beside an image in a form, as in a query. */
const { properties: FIELDS } = z.toJSONSchema(liveFrameFieldsSchema, { io: 'input' });

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
            ...(FIELDS as Record<string, object>),
          },
        },
        example: { file: '(the bytes of frame.jpg)' },
      },
      'application/json': { schema: schemaRef('LiveFrameRequest'), example: { image: EXAMPLE_IMAGE } },
    },
  };
}
