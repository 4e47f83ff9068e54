import { createStorage, type ObjectStorage } from '@eyeline/storage';

export type StorageSettings = Parameters<typeof createStorage>[0];

let opened: { key: string; storage: ObjectStorage } | null = null;

/** This thread's own connection to the storage: objects flow between file and lane, not through the main thread. */
export function openLaneStorage(settings: StorageSettings): ObjectStorage {
  const key = JSON.stringify(settings);
  if (opened?.key !== key) opened = { key, storage: createStorage(settings) };
  return opened.storage;
}
