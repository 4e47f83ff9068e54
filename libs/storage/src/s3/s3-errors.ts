import { AppError } from '@eyeline/contracts';

/** What errors of the SDK and of the network have, as far as we look. Told by fields: there are many classes. */
interface S3Failure {
  readonly name?: string;
  readonly code?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $response?: unknown;
}

const KEY_REFUSED = 'S3 refuses the key: is S3_ACCESS_KEY_ID or S3_SECRET_ACCESS_KEY wrong?';

const REASONS: Partial<Record<string, string>> = {
  NoSuchBucket: 'The bucket (S3_BUCKET) is not there.',
  InvalidAccessKeyId: KEY_REFUSED,
  SignatureDoesNotMatch: KEY_REFUSED,
  CredentialsProviderError: 'There is no key for S3: set S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.',
  RequestTimeTooSkewed: 'S3 refuses the request because the clocks differ: set the clock of this machine.',
  AuthorizationHeaderMalformed: 'S3 expects another region: set S3_REGION.',
  PermanentRedirect: 'S3 keeps the bucket elsewhere: set S3_REGION or S3_ENDPOINT.',
  PreconditionFailed: 'The object was replaced while it was being read.',
  AbortError: 'S3 does not answer in time.',
  TimeoutError: 'S3 does not answer in time.',
};

const REASONS_BY_STATUS: Partial<Record<number, string>> = {
  301: REASONS.PermanentRedirect,
  403: 'S3 does not allow this: the key is wrong, or lacks a right to the bucket.',
  412: REASONS.PreconditionFailed,
};

const failureOf = (error: unknown): S3Failure => error ?? {};

const statusOf = (error: unknown): number | undefined => failureOf(error).$metadata?.httpStatusCode;

/** Whether the error comes from S3 or from the way there; a mistake of ours does not. */
function isFromS3({ name = '', code, $metadata, $response }: S3Failure): boolean {
  return $metadata !== undefined || $response !== undefined || typeof code === 'string' || name in REASONS;
}

/**
 * What a request to S3 failed with, as an error of ours: `not_found` when what was asked for is not there,
 * `storage_unavailable` for all else; it names no address. What does not come from S3 stays as it is.
 */
export function explainS3Error(error: unknown): unknown {
  const failure = failureOf(error);
  if (error instanceof AppError || !isFromS3(failure)) return error;
  const status = statusOf(error);
  const name = failure.name ?? 'Error';
  if (status === 404 && name !== 'NoSuchBucket') return new AppError('not_found', { cause: error });
  const reason = REASONS[name] ?? (status === undefined ? undefined : REASONS_BY_STATUS[status]);
  const detail =
    reason ??
    (status === undefined
      ? `S3 does not answer (${typeof failure.code === 'string' ? failure.code : name}).`
      : `S3 answers ${status} (${name}).`);
  return new AppError('storage_unavailable', { detail, cause: error });
}

/** Whether the same request may succeed a little later: the server did not answer, or is not well. */
export const isTransient = (error: unknown): boolean =>
  isFromS3(failureOf(error)) && (statusOf(error) ?? 500) >= 500;

export const isNotFound = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'not_found';

/** Whether S3 refused a range because the object ends before it. */
export const isBeyondEnd = (error: unknown): boolean =>
  error instanceof AppError && statusOf(error.cause) === 416;

/** Whether the object is another one than the one that was begun with, or none any more. */
export const isOtherObject = (error: unknown): boolean =>
  isNotFound(error) || (error instanceof AppError && statusOf(error.cause) === 412);

/** Whether the answer said that the server does not do this, or not for this key. */
export const isUnable = (error: unknown): boolean =>
  error instanceof AppError && [403, 405, 501].includes(statusOf(error.cause) ?? 0);

/** Whether the answer said that the request itself is wrong. */
export const isBadRequest = (error: unknown): boolean =>
  error instanceof AppError && statusOf(error.cause) === 400;
