import { type JsonSchema } from './schemas.js';

interface AnswerHeader {
  readonly description: string;
  readonly schema: JsonSchema;
  readonly example: string | number;
}

const text = { type: 'string' };
const bytes = { type: 'integer', minimum: 0 };
const TUS_VERSION = { schema: { type: 'string', enum: ['1.0.0'] }, example: '1.0.0' };

/** The headers that answers carry beside the usual ones of HTTP. */
export const ANSWER_HEADERS = {
  'X-Request-Id': {
    description: 'The id of the request in the logs: the one that was sent in this header, or a new one.',
    schema: text,
    example: '3b1f8f0e-6a52-4a0b-9d0c-1f6a3c1d2b90',
  },
  Location: { description: 'The address of what was made.', schema: text, example: '/v1/uploads/up_...' },
  'X-Analysis-Id': {
    description: 'The analysis that was made for this request, whatever came of it.',
    schema: text,
    example: 'an_01ke3p8z5q7m2vxr0w9c',
  },
  ETag: {
    description: 'The version of the answer, for `If-None-Match`.',
    schema: text,
    example: '"2jmj7l5rSw0yVb_vlWAYkK_YBwk"',
  },
  'Content-Disposition': {
    description: 'The name to save the file under.',
    schema: text,
    example: 'attachment; filename="an_01ke3p8z5q7m2vxr0w9c.frames.csv"',
  },
  'Accept-Ranges': { description: 'Parts may be asked for by `Range`.', schema: text, example: 'bytes' },
  'Content-Range': {
    description: 'First and last byte of the part, and the size of the whole.',
    schema: text,
    example: 'bytes 0-1023/3928942',
  },
  'Retry-After': {
    description: 'Seconds after which the same request may be sent again.',
    schema: { type: 'integer', minimum: 0 },
    example: 30,
  },
  'RateLimit-Policy': {
    description:
      'How many requests (`q`) a key has in a window of so many seconds (`w`): `default` to read, `writes` to start or change something, `live` for live frames.',
    schema: text,
    example: '"default";q=6000;w=60',
  },
  RateLimit: {
    description: 'How many requests are left (`r`), and in how many seconds there are more (`t`).',
    schema: text,
    example: '"default";r=5998;t=41',
  },
  'WWW-Authenticate': { description: 'How to show who you are.', schema: text, example: 'Bearer' },
  'Set-Cookie': {
    description: 'The sign-in, for the browser alone; or its end.',
    schema: text,
    example: 'eyeline_session=...; Max-Age=43200; Path=/; HttpOnly; SameSite=Strict',
  },
  'Idempotent-Replayed': {
    description:
      'Present when this is the stored answer to an earlier request with the same Idempotency-Key.',
    schema: { type: 'string', enum: ['true'] },
    example: 'true',
  },
  'Tus-Resumable': { description: 'The version of tus that is spoken.', ...TUS_VERSION },
  'Tus-Version': { description: 'The versions of tus that are known.', ...TUS_VERSION },
  'Tus-Extension': {
    description: 'The extensions of tus that are known.',
    schema: text,
    example: 'creation,expiration,termination',
  },
  'Tus-Max-Size': { description: 'The largest upload, in bytes.', schema: bytes, example: 20_000_000_000 },
  'Upload-Offset': { description: 'How many bytes are there.', schema: bytes, example: 6_291_456 },
  'Upload-Length': { description: 'How many bytes there will be.', schema: bytes, example: 734_003_200 },
  'Upload-Metadata': {
    description: 'What was sent with the creation.',
    schema: text,
    example: 'filename dGFsay5tcDQ=',
  },
  'Upload-Expires': {
    description: 'When the upload goes.',
    schema: text,
    example: 'Tue, 03 Nov 2026 09:20:00 GMT',
  },
} satisfies Record<string, AnswerHeader>;

export type AnswerHeaderName = keyof typeof ANSWER_HEADERS;

/** Where a header stands in the OpenAPI document. */
export const headerRefs = (names: readonly AnswerHeaderName[]): Record<string, { $ref: string }> =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
