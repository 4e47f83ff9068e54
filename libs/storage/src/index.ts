export { createStorage, type StorageSettings } from './create-storage.js';
export { objectKeys } from './keys.js';
export {
  type CheckedOutObject,
  type ObjectStorage,
  type PutOptions,
  type StoredObject,
} from './object-storage.js';
