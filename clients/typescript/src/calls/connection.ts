import createOpenApiClient, { type Client } from 'openapi-fetch';

import { type paths } from '../generated/openapi.js';
import { withRetries } from './with-retries.js';

export interface ClientSettings {
  /** Where the service is, such as `http://127.0.0.1:3000`. */
  readonly baseUrl: string;
  /** `ey_...`; not needed as long as the service has no key. */
  readonly apiKey?: string;
  /** How often a request is sent again that can succeed later; 4 by default. */
  readonly maxRetries?: number;
  /** Instead of the global one. */
  readonly fetch?: typeof fetch;
}

/** Every path of the OpenAPI document, with its types; failures are thrown as `EyelineError`. */
export type Api = Client<paths>;

/** What the calls of a client share. */
export interface Connection {
  readonly api: Api;
  readonly baseUrl: string;
  /** Null: none is sent. */
  readonly apiKey: string | null;
  /** For requests that do not go through `api`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly maxRetries: number;
  readonly fetch: typeof fetch;
}

const REPEATABLE = ['GET', 'HEAD', 'OPTIONS', 'PUT'];

export function connect(settings: ClientSettings): Connection {
  const { baseUrl, maxRetries = 4, fetch = globalThis.fetch } = settings;
  const apiKey = settings.apiKey === undefined || settings.apiKey === '' ? null : settings.apiKey;
  if (!/^https?:\/\//.test(baseUrl)) throw new TypeError(`baseUrl has to be an http(s) address: ${baseUrl}`);
  const headers: Record<string, string> = apiKey === null ? {} : { Authorization: `Bearer ${apiKey}` };
  const address = baseUrl.replace(/\/+$/, '');
  const api = createOpenApiClient<paths>({
    baseUrl: address,
    headers,
    fetch: (request) =>
      withRetries(() => fetch(request.clone()), {
        maxRetries,
        isRepeatable: REPEATABLE.includes(request.method) || request.headers.has('Idempotency-Key'),
        signal: request.signal,
      }),
  });
  return { api, baseUrl: address, apiKey, headers, maxRetries, fetch };
}

/** What a call answered: failures were thrown before. */
export const bodyOf = <T>({ data }: { data?: T }): T => data as T;

/** A header for a request that makes something, which is then answered once, however often it is sent. */
export const once = (key: string = crypto.randomUUID()): { 'Idempotency-Key': string } => ({
  'Idempotency-Key': key,
});
