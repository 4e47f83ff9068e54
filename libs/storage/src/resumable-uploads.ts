import { FileStore } from '@tus/file-store';
import { type DataStore, type Upload } from '@tus/server';

import { type StorageSettings } from './create-storage.js';
import { ResumableS3Store } from './s3/resumable-s3-store.js';

/** What is known of an upload beside its bytes. */
export type FindUpload = (key: string) => Promise<Upload | undefined>;

/** Where the bytes of uploads go that come in pieces, as a server of the tus protocol wants it. */
export interface ResumableUploads {
  readonly store: DataStore;
  /** Lets connections go. */
  close(): void;
}

/** What clients may do: make an upload of a known size, give it up; and it expires. */
const EXTENSIONS = ['creation', 'termination', 'expiration'];

/**
 * Ids of the store are keys of objects. An object is complete when `ObjectStorage.size` says that it has the size that
 * was announced. What the store keeps beside it starts with the object's key.
 *
 * @param expiresMs after which an upload may not be gone on with
 */
export function createResumableUploads(
  settings: StorageSettings,
  { expiresMs, find }: { readonly expiresMs: number; readonly find: FindUpload },
): ResumableUploads {
  if (settings.kind === 's3') {
    const store = new ResumableS3Store(settings, expiresMs);
    store.extensions = EXTENSIONS;
    return { store, close: () => store.close() };
  }
  const store = new FileStore({
    directory: settings.root,
    expirationPeriodInMilliseconds: expiresMs,
    configstore: { get: find, set: () => Promise.resolve(), delete: () => Promise.resolve() },
  });
  store.extensions = EXTENSIONS;
  return { store, close: () => undefined };
}
