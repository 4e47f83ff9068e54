import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { METHODS } from './complete-document.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- an OpenAPI document is any JSON; the tests say what they want of it */

/** An operation of the OpenAPI document, with where it stands. */
export interface DocumentOperation {
  /** As in the document: `/v1/analyses/{id}`. */
  readonly path: string;
  readonly method: string;
  /** `operationId` */
  readonly id: string;
  readonly operation: any;
  /** From the document to the operation. */
  readonly place: readonly string[];
}

export const listOperations = (document: any): DocumentOperation[] =>
  Object.entries<any>(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method) => ({
      ...{ path, method, id: item[method].operationId as string, operation: item[method] },
      place: ['paths', path, method],
    })),
  );

/** Judges values by the JSON Schemas of an OpenAPI document. */
export function createSchemaCheck(
  document: object,
): (place: readonly string[], value: unknown) => readonly string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'openapi.json');
  /** What is wrong with the value, by the schema that stands at the place; nothing if it fits. */
  return (place, value) => {
    const pointer = place
      .map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    const fits = ajv.compile({ $ref: `openapi.json#/${pointer}` });
    if (fits(value)) return [];
    return (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
  };
}
