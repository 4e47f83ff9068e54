import { type IncomingMessage } from 'node:http';

/** An address that may be fetched from, and the addresses of the network that this holds for. */
export interface CheckedSource {
  readonly url: URL;
  readonly addresses: readonly string[];
}

export interface SourceRequest {
  readonly method: 'GET';
  readonly headers: Readonly<Record<string, string>>;
  /** How long the connection may take. */
  readonly connectMs: number;
}

/** The way out of the house. */
export interface SourceDoor {
  /** @throws AppError source_forbidden | source_unreachable */
  check(address: string): Promise<CheckedSource>;
  /**
   * Connects to one of the checked addresses and to nothing else; follows no redirect.
   *
   * @returns the head of the answer, whose body fails when the signal is aborted
   */
  request(checked: CheckedSource, request: SourceRequest, signal: AbortSignal): Promise<IncomingMessage>;
  /** `Retry-After` in seconds; null when it says nothing. */
  readRetryAfter(value: string | null): number | null;
}
