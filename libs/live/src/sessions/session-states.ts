/** What a session knew after so many of its frames. */
export interface StateSnapshot {
  readonly frames: number;
  /** From `packState`. */
  readonly state: Uint8Array;
}

/**
 * Where all processes of the API find what their sessions know, by the session's row id. The log of frames stays what is
 * true: a snapshot that is lost, or too old, is made again from it.
 */
export interface SessionStates {
  /** Null: there is none. */
  load(id: string): Promise<StateSnapshot | null>;
  /** Keeps it unless there is one of as many frames or more. */
  save(id: string, snapshot: StateSnapshot): Promise<void>;
  remove(id: string): Promise<void>;
  close(): void;
}
