import { ERROR_CODES, type ErrorCode } from '@eyeline/contracts';

import { describeApi } from './describe-api.js';
import { createSchemaCheck, type DocumentOperation, listOperations } from './document-schemas.factory.js';

/** What no operation has to name: the answer of an address, of any call, of a part that there may not be, of a job. */
const OF_NO_OPERATION: ErrorCode[] = [...(['method_not_allowed', 'queue_unavailable'] as const)];

/* eslint-disable @typescript-eslint/no-explicit-any -- an OpenAPI document is any JSON */

describe('the OpenAPI document', () => {
  let document: any;
  let operations: DocumentOperation[];
  let check: ReturnType<typeof createSchemaCheck>;

  beforeAll(async () => {
    document = JSON.parse(JSON.stringify(await describeApi()));
    operations = listOperations(document);
    check = createSchemaCheck(document);
  });

  /** Every content of requests and answers, with where it stands. */
  const contents = (): { place: string[]; media: any }[] =>
    operations.flatMap(({ operation, place }) => {
      const bodies: [string[], any][] = [[[...place, 'requestBody'], operation.requestBody]];
      for (const [status, answer] of Object.entries(operation.responses)) {
        bodies.push([[...place, 'responses', status], answer]);
      }
      return bodies.flatMap(([at, body]) =>
        Object.entries<any>(body?.content ?? {}).map(([type, media]) => ({
          place: [...at, 'content', type],
          media,
        })),
      );
    });

  const examplesOf = (media: any): unknown[] => [
    ...(media.example === undefined ? [] : [media.example]),
    ...Object.values<any>(media.examples ?? {}).map(({ value }) => value),
  ];

  it('shows an example of everything but bytes and text: give new ones in docs/examples', () => {
    expect(contents().length).toBeGreaterThan(100);
    const missing = contents().filter(
      ({ media }) => media.schema.type !== 'string' && examplesOf(media).length === 0,
    );
    expect(missing.map(({ place }) => place.join(' '))).toEqual([]);
    const parameters = operations.flatMap(({ id, operation }) =>
      (operation.parameters ?? [])
        .filter(({ required, example }: any) => required === true && example === undefined)
        .map(({ name }: any) => `${id} ${name}`),
    );
    expect(parameters).toEqual([]);
  });

  it('shows examples that are what their schemas say', () => {
    for (const { place, media } of contents()) {
      for (const example of examplesOf(media)) {
        expect([place, check([...place, 'schema'], example)]).toEqual([place, []]);
      }
    }
    for (const { place, operation } of operations) {
      (operation.parameters ?? []).forEach(({ name, schema, example }: any, index: number) => {
        if (schema === undefined || example === undefined) return;
        const at = [...place, 'parameters', String(index), 'schema'];
        expect([name, check(at, example)]).toEqual([name, []]);
      });
    }
    for (const [name, { example }] of Object.entries<any>(document.components.headers)) {
      expect([name, check(['components', 'headers', name, 'schema'], example)]).toEqual([name, []]);
    }
    for (const [event, { post }] of Object.entries<any>(document.webhooks)) {
      const at = ['webhooks', event, 'post', 'requestBody', 'content', 'application/json'];
      const { example } = post.requestBody.content['application/json'];
      expect([event, example.type, check([...at, 'schema'], example)]).toEqual([event, event, []]);
    }
  });

  it('sees an example that is not what its schema says', () => {
    const at = ['paths', '/v1/analyses/{id}', 'get', 'responses', '200', 'content', 'application/json'];
    const { example } = document.paths['/v1/analyses/{id}'].get.responses['200'].content['application/json'];
    expect(check([...at, 'schema'], { ...example, progress: 2 })).toEqual(['/progress: must be <= 1']);
    expect(check([...at, 'schema'], { ...example, colour: 'red' })).toHaveLength(1);
  });

  it('names every code of the error table beside an operation, and each with its status', () => {
    const named = contents().flatMap(({ place, media }) =>
      place.at(-1) === 'application/problem+json'
        ? Object.entries<any>(media.examples).map(([code, { value }]) => {
            expect([place, value.code, value.status]).toEqual([place, code, Number(place[4])]);
            return code;
          })
        : [],
    );
    const unnamed = ERROR_CODES.filter((code) => !named.includes(code) && !OF_NO_OPERATION.includes(code));
    expect(unnamed).toEqual([]);
    expect(Object.keys(document.components.schemas.Problem['x-error-codes']).sort()).toEqual(
      [...ERROR_CODES].sort(),
    );
  });
});
