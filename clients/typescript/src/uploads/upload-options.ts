import { type UrlStorage } from 'tus-js-client';

/** How much of a video has been sent. */
export interface UploadProgress {
  readonly sentBytes: number;
  /** Null: nobody knows before it ends. */
  readonly totalBytes: number | null;
}

export interface UploadOptions {
  readonly onProgress?: (progress: UploadProgress) => void;
  /** Ends the upload. What has arrived in pieces waits a day for being gone on with. */
  readonly signal?: AbortSignal;
  /** Where unfinished uploads are noted, so that the next call goes on with them. Browsers have a place of their own. */
  readonly unfinished?: UrlStorage;
}
