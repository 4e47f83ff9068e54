export { createStorage, type StorageSettings } from './create-storage.js';
export { type DirectUploads, type UploadedPart } from './direct-uploads.js';
export { isResult, objectKeys, readKey } from './keys.js';
export {
  type CheckedOutObject,
  type LocalFile,
  type CheckOutOptions,
  type ListedObject,
  type ObjectStorage,
  type PutOptions,
  type StoredObject,
} from './object-storage.js';
export { createResumableUploads, type FindUpload, type ResumableUploads } from './resumable-uploads.js';
