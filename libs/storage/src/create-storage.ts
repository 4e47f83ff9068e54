import { AppError } from '@eyeline/contracts';

import { FolderStorage } from './folder/folder-storage.js';
import { type ObjectStorage } from './object-storage.js';

export interface S3Settings {
  /** Null: that of the region at AWS. */
  readonly endpoint: string | null;
  readonly bucket: string;
  readonly region: string;
  /** Null: what the SDK finds by itself (role, profile). */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
  readonly forcePathStyle: boolean;
  /** Folder of the copies that `checkOut` makes. */
  readonly scratchDir: string;
  /** What all of them may take together; null: no limit. */
  readonly scratchMaxBytes: number | null;
}

/** Which driver, and what it has to know. */
export type StorageSettings =
  { readonly kind: 'folder'; readonly root: string } | ({ readonly kind: 's3' } & S3Settings);

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
      throw new AppError('not_supported', { detail: 'There is no S3 driver yet.' });
  }
}
