/** A server that a test started: where it answers, and how to end it. */
export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** One that can also be ended without a chance to write or to tell anybody anything. */
export interface KillableServer extends RunningServer {
  kill(): Promise<void>;
}
