import { type Readable } from 'node:stream';

import { type DirectUploads } from './direct-uploads.js';

/** What is known of an object once it is stored. `sha256` is lower-case hexadecimal. */
export interface StoredObject {
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface PutOptions {
  /** A longer body is refused with `payload_too_large`. */
  readonly maxBytes?: number;
  /** Ends the transfer: the body is destroyed, and `put` rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface CheckOutOptions {
  readonly signal?: AbortSignal;
  /** What the object has to hash to (lower-case hexadecimal). It is looked at where bytes are copied anyway. */
  readonly sha256?: string;
}

/** An object as a listing shows it. */
export interface ListedObject {
  readonly key: string;
  readonly sizeBytes: number;
  /** When it was written. */
  readonly modifiedAt: Date;
}

/** A local file until `release`. */
export interface LocalFile {
  readonly path: string;
  release(): Promise<void>;
}

/** Holds an object's bytes, to be read only. */
export type CheckedOutObject = LocalFile;

/**
 * Objects by key, whatever keeps them. Keys come from `objectKeys`: segments of letters, digits, `.`, `_` and `-`
 * between slashes, of which none starts with a dot; any other key is refused with `invalid_request`. No key may be a
 * folder of another.
 *
 * Every method throws `storage_unavailable` when the store cannot do its part (full, not allowed, not there).
 */
export interface ObjectStorage {
  /** `checkOut` gives the object itself: nothing is copied, and it costs nothing to have a whole video at hand. */
  readonly isLocal: boolean;
  /** Uploads that go past us; null where the store cannot do them. */
  readonly direct: DirectUploads | null;
  /**
   * Streams the body in with constant memory. The object is visible only when it is complete, and replaces an earlier
   * one at once. After a failure nothing is left behind, and the body is destroyed, as a pipeline would; an error of
   * the body itself is passed on as it is.
   *
   * @throws AppError payload_too_large | storage_unavailable
   */
  put(key: string, body: Readable | Uint8Array, options?: PutOptions): Promise<StoredObject>;
  /**
   * @param range first and last byte, inclusive; what lies beyond the end is left out
   * @throws AppError not_found | storage_unavailable
   */
  get(key: string, range?: { readonly start: number; readonly end?: number }): Promise<Readable>;
  /** Bytes of the object; null when there is none. */
  size(key: string): Promise<number | null>;
  /** An object that is not there is fine. */
  delete(key: string): Promise<void>;
  /**
   * Deletes every object whose key starts so, and says how many that were.
   *
   * @throws AppError invalid_request for an empty prefix, which would be everything
   */
  deletePrefix(prefix: string): Promise<number>;
  /** The objects whose keys start so, in the order of their keys' characters. */
  list(prefix: string): AsyncIterable<ListedObject>;
  /**
   * A path for a file that is about to be written, on the disk of what is checked out; it goes with its process at the
   * latest. Its name holds letters, digits, `.` and `-` alone.
   */
  makeFile(): Promise<LocalFile>;
  /** @throws AppError not_found | storage_unavailable */
  checkOut(key: string, options?: CheckOutOptions): Promise<CheckedOutObject>;
  /**
   * Proves as cheaply as can be that the store is there. Folder: a byte can be written now. S3: the address, the key and
   * the bucket are right; whether the key may write shows with the first `put`.
   *
   * @throws AppError storage_unavailable
   */
  ping(): Promise<void>;
  /**
   * Makes what is missing, and removes what dead processes have left. For the start of a process.
   *
   * @throws AppError storage_unavailable whose detail says what to do
   */
  prepare(): Promise<void>;
  /** Removes what was begun before then and never finished, and says how many that were. */
  removeUnfinished(before: Date): Promise<number>;
  /** Lets connections go. What is under way fails. */
  close(): void;
}
