import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { AppError } from '@eyeline/contracts';
import { SOURCE_REFUSALS, SourceFetcher } from '@eyeline/sources';
import { AddressGuard, readRetryAfter, requestPinned } from '@eyeline/webhooks';

import { UsageError } from '../commands/usage-error.js';

/** Larger files hold no network for faces. */
const MAX_BYTES = 1_000_000_000;

export interface DownloadSettings {
  readonly sha256: string;
  /** Where what there is so far is kept, for whoever goes on. */
  readonly folder: string;
  /** Networks that are let through although they are not public. */
  readonly ranges: readonly string[];
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/**
 * Copies a file.
 *
 * @throws {UsageError} when it cannot be read
 * @throws {AppError} conflict when it has another sha256
 */
export async function copyChecked(from: string, to: string, sha256: string): Promise<void> {
  const found = await stat(from).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`The file ${from} cannot be read (${error.code}).`);
  });
  if (!found.isFile()) throw new UsageError(`${from} is no file.`);
  if (found.size > MAX_BYTES) throw new UsageError(`${from} has more than ${MAX_BYTES} bytes.`);
  await pipeline(createReadStream(from), createWriteStream(to));
  await sync(to);
  await expectSha256(to, sha256, from);
}

/**
 * Fetches a file, or the rest of it where an earlier try broke off.
 *
 * @throws {AppError} source_unreachable | source_forbidden | payload_too_large, conflict when it has another sha256;
 * the signal's reason
 */
export async function download(
  address: string,
  to: string,
  { sha256, folder, ranges, signal, say }: DownloadSettings,
): Promise<void> {
  const part = join(folder, `${sha256}.part`);
  const receivedBytes = await stat(part).then(
    ({ size }) => size,
    () => 0,
  );
  if (receivedBytes > 0 && (await hashFile(part)) === sha256) return rename(part, to);
  if (receivedBytes > 0) say(`going on after ${receivedBytes} bytes`);
  await createFetcher(ranges).fetch(
    address,
    (bytes, from) => pipeline(bytes, createWriteStream(part, from > 0 ? { flags: 'a' } : {})),
    { maxBytes: MAX_BYTES, signal, receivedBytes, onProgress: tellProgress(say) },
  );
  await sync(part);
  try {
    await expectSha256(part, sha256, address);
  } catch (error) {
    // Whoever tries again begins anew.
    await rm(part);
    throw error;
  }
  await rename(part, to);
}

function createFetcher(ranges: readonly string[]): SourceFetcher {
  const guard = new AddressGuard(ranges, undefined, { refusals: SOURCE_REFUSALS });
  return new SourceFetcher({
    check: (address) => guard.check(address),
    request: requestPinned,
    readRetryAfter,
  });
}

/** A line for each tenth. */
function tellProgress(say: (line: string) => void): (received: number, total: number | null) => void {
  let told = 0;
  return (received, total) => {
    const tenths = total === null ? 0 : Math.floor((10 * received) / total);
    if (tenths <= told) return;
    told = tenths;
    say(`${tenths * 10} % of ${total} bytes`);
  };
}

async function expectSha256(path: string, sha256: string, source: string): Promise<void> {
  const found = await hashFile(path);
  if (found === sha256) return;
  throw new AppError('conflict', {
    detail: `THE CHECKSUM IS WRONG: ${source} has the sha256 ${found} instead of ${sha256}. Nothing was installed.`,
  });
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
