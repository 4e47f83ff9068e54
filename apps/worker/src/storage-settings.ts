import { type Config } from '@eyeline/config';

import { type StorageSettings } from './lanes/lane-storage.js';

/** How this process and each of its lanes reach the objects. */
export const storageSettings = (config: Config): StorageSettings => ({
  kind: 'folder',
  root: config.objectsDir,
});
