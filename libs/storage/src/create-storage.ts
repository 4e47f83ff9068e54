import { FolderStorage } from './folder/folder-storage.js';
import { type ObjectStorage } from './object-storage.js';
import { type S3Settings } from './s3/s3-settings.js';
import { S3Storage } from './s3/s3-storage.js';

/** Which driver, and what it has to know. */
export type StorageSettings = { readonly kind: 'folder'; readonly root: string } | S3Settings;

/**
 * The object storage of an installation. Nothing is touched before the first call.
 *
 * @example createStorage(config.storage)
 */
export function createStorage(settings: StorageSettings): ObjectStorage {
  switch (settings.kind) {
    case 'folder':
      return new FolderStorage(settings.root);
    case 's3':
      return new S3Storage(settings);
  }
}
