import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import { type StorageSettings } from '@eyeline/storage';

import { testS3DoorUrl } from './server-addresses.js';
import { type S3Place } from './servers/s3-door.js';
import { S3_CREDENTIALS } from './servers/swift/swift-files.js';
import { missingSwiftPrograms } from './servers/swift/swift-programs.js';

type S3Settings = Extract<StorageSettings, { kind: 's3' }>;

/** What `createStorage` takes for a bucket of a server that we know. */
export type TestS3Settings = S3Settings & {
  readonly endpoint: string;
  readonly credentials: NonNullable<S3Settings['credentials']>;
};

/**
 * Bucket and scratch folder of your own on the S3 server that all tests share; `prepare` of the storage makes both.
 * The server is started by the first call of a run, which takes some seconds.
 */
export async function testS3Settings(): Promise<TestS3Settings> {
  const answer = await fetch(testS3DoorUrl());
  if (!answer.ok) throw new Error(await answer.text());
  const { url, folder } = (await answer.json()) as S3Place;
  return s3SettingsAt(url, join(folder, 'scratch'));
}

/** The same for a server that a test started by `startS3`. */
export function s3SettingsAt(url: string, scratchFolder: string): TestS3Settings {
  const bucket = `test-${randomUUID()}`;
  return {
    kind: 's3',
    endpoint: url,
    publicEndpoint: null,
    bucket,
    region: 'us-east-1',
    credentials: S3_CREDENTIALS,
    forcePathStyle: true,
    scratchDir: join(scratchFolder, bucket),
    scratchMaxBytes: null,
  };
}

/**
 * `describe` where the S3 server is installed, as `npm test` does on Debian; elsewhere the tests are skipped, with a
 * line that says why.
 */
export function describeWithS3(name: string, body: () => void): void {
  const missing = missingSwiftPrograms();
  if (missing.length === 0) return describe(name, body);
  console.warn(`skipped, the S3 server of the tests is not here (${missing.join(', ')}): ${name}`);
  describe.skip(name, body);
}
