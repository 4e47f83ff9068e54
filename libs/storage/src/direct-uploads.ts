/** One part of an upload, as the store has confirmed it to whoever sent it. */
export interface UploadedPart {
  /** From 1. */
  readonly number: number;
  /** The ETag header of the answer to its PUT. */
  readonly etag: string;
}

/**
 * Uploads whose bytes go from the client to the store, past us. The client PUTs each part to an address that we have
 * signed, and keeps the ETag that comes back. What is begun and never completed goes with `removeUnfinished`.
 *
 * Every method throws `storage_unavailable` when the store cannot do its part.
 */
export interface DirectUploads {
  /** Every part but the last has to have so many bytes at least. */
  readonly minPartBytes: number;
  /** How many parts an upload may have. */
  readonly maxParts: number;
  /** Begins an upload and signs the addresses of its parts, each of which takes exactly so many bytes. */
  begin(
    key: string,
    options: { readonly partSizesBytes: readonly number[]; readonly validS: number },
  ): Promise<{ readonly uploadId: string; readonly urls: string[] }>;
  /**
   * Makes the object of the parts and says how many bytes it has.
   *
   * @throws AppError not_found when there is no such upload; invalid_request when a part is missing, too small or
   * another one than that of the ETag
   */
  complete(
    key: string,
    uploadId: string,
    parts: readonly UploadedPart[],
  ): Promise<{ readonly sizeBytes: number }>;
  /**
   * Lets pages of these origins send parts and read their ETags, and of no others.
   *
   * @returns false when the server does not know how, or the key may not say so: then it is for the operator to do
   */
  allowOrigins(origins: readonly string[]): Promise<boolean>;
  /** Gives an upload up, with all its parts. One that is not there is fine. */
  abort(key: string, uploadId: string): Promise<void>;
}
