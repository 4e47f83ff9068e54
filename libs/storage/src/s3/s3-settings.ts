/** A bucket, and how to get at it. */
export interface S3Settings {
  readonly kind: 's3';
  /** Null: that of the region at AWS. */
  readonly endpoint: string | null;
  /** Where clients reach the server, if not there; null: they do. */
  readonly publicEndpoint: string | null;
  /** Ours alone: what lies in it unfinished for long is removed. */
  readonly bucket: string;
  readonly region: string;
  /** Null: what the machine itself is given (role, profile), as the SDK finds it. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
  /** `host/bucket/key` instead of `bucket.host/key`. */
  readonly forcePathStyle: boolean;
  /** The folder of checked-out objects; processes may share it. */
  readonly scratchDir: string;
  /** What the files there may take together; null: what the disk holds. */
  readonly scratchMaxBytes: number | null;
}

/** How long a server may keep us waiting. */
export interface S3Patience {
  /** For a connection. */
  readonly connectMs: number;
  /** For anything to move on a connection. */
  readonly idleMs: number;
  /** For the answer to a request, repetitions included; transfers of bodies are only bound to move. */
  readonly answerMs: number;
}

/**
 * A server that is away or frozen is found out within a minute, mostly in seconds, so that the work waits in the queue and not in a
 * worker. A healthy one under load may well take seconds: Swift says nothing for ten while it joins many parts.
 */
export const PATIENCE: S3Patience = { connectMs: 3_000, idleMs: 12_000, answerMs: 20_000 };
