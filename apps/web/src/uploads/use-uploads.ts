import { useSyncExternalStore } from 'react';

import { type UploadItem } from './upload-item.js';
import { uploadQueue } from './upload-queue.js';

export const useUploads = (): readonly UploadItem[] =>
  useSyncExternalStore(uploadQueue.subscribe, uploadQueue.list);
