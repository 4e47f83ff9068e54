import { FolderStorage } from './folder/folder-storage.js';
import { type ObjectStorage } from './object-storage.js';

/** Which driver, and what it has to know. An S3 driver is one more member here and one more case below. */
export type StorageSettings = { readonly kind: 'folder'; readonly root: string };

/**
 * The object storage of an installation. Nothing is touched before the first call.
 *
 * @example createStorage({ kind: 'folder', root: config.objectsDir })
 */
export function createStorage(settings: StorageSettings): ObjectStorage {
  switch (settings.kind) {
    case 'folder':
      return new FolderStorage(settings.root);
  }
}
