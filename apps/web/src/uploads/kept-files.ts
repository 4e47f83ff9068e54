/**
 * Files that are being sent, kept by the browser so that a reload loses none: in IndexedDB, which leaves the bytes on
 * disk. Each goes as soon as it has arrived or is given up.
 */
const DATABASE = 'eyeline';
const STORE = 'upload-files';

/** Larger ones would fill up the disk with copies: the user is asked for them again. */
const MAX_KEPT_BYTES = 512 * 1024 * 1024;

const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(reasonOf(request));
  });

const reasonOf = ({ error }: { error: DOMException | null }): Error =>
  error ?? new Error('The storage of this browser does not answer');

async function run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(reasonOf(transaction));
    });
  } finally {
    database.close();
  }
}

/** @returns whether it is kept: not when it is too large, nor where the browser keeps nothing */
export async function keepFile(id: string, file: File): Promise<boolean> {
  if (file.size > MAX_KEPT_BYTES) return false;
  try {
    await run('readwrite', (store) => store.put(file, id));
    return true;
  } catch (error) {
    // A full disk, or a private window: the upload goes on all the same.
    if (error instanceof DOMException) return false;
    throw error;
  }
}

export async function findFile(id: string): Promise<File | null> {
  try {
    return (await run('readonly', (store) => store.get(id) as IDBRequest<File | undefined>)) ?? null;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

export async function forgetFile(id: string): Promise<void> {
  try {
    await run('readwrite', (store) => store.delete(id));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
