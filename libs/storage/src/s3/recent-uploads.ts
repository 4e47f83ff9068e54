import { type MetadataValue, type Options } from '@tus/s3-store';

/** A thousand of them are a megabyte. */
const MAX_REMEMBERED = 1000;

/** What the store has read of uploads and need not read again. The oldest is forgotten first: many are never finished. */
export class RecentUploads implements NonNullable<Options['cache']> {
  private readonly uploads = new Map<string, MetadataValue>();

  get(key: string): Promise<MetadataValue | undefined> {
    return Promise.resolve(this.uploads.get(key));
  }

  set(key: string, upload: MetadataValue): Promise<void> {
    this.uploads.delete(key);
    this.uploads.set(key, upload);
    const [oldest] = this.uploads.keys();
    if (this.uploads.size > MAX_REMEMBERED) this.uploads.delete(oldest);
    return Promise.resolve();
  }

  delete(key: string): Promise<void> {
    this.uploads.delete(key);
    return Promise.resolve();
  }
}
