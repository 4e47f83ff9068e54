import { readItem, writeItem } from '../storage/stored-setting.js';
import { type UploadItem } from './upload-item.js';

/** Where they are noted in `localStorage`. */
export const NOTED_KEY = 'eyeline.uploads';

type Noted = Pick<UploadItem, 'id' | 'name' | 'sizeBytes' | 'lastModified' | 'wishes' | 'sentBytes'>;

/** Notes which uploads are not finished, for the page that comes after a reload. */
export function noteUploads(items: readonly UploadItem[]): void {
  const noted = items
    .filter(({ state }) => state !== 'sent')
    .map(({ id, name, sizeBytes, lastModified, wishes, sentBytes }): Noted => {
      return { id, name, sizeBytes, lastModified, wishes, sentBytes };
    });
  writeItem(NOTED_KEY, noted.length === 0 ? null : JSON.stringify(noted));
}

/** What the page before has noted; nothing when it cannot be read, as after an update of the dashboard. */
export function readNotedUploads(): UploadItem[] {
  try {
    const noted = JSON.parse(readItem(NOTED_KEY) ?? '[]') as Noted[];
    const unknown = { state: 'missing', file: null, isKept: false, error: null, analysisId: null } as const;
    return noted.map((item) => ({ ...item, ...unknown }));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return [];
    throw error;
  }
}
