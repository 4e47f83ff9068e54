/** A server that a test started: where it answers, and how to end it. */
export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}
