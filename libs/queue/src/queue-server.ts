import { type BackendFactory, type IQueueBackend } from 'bullmq';

/** What BullMQ's classes need to know about the server behind them. */
export interface ServerOptions {
  readonly connection: unknown;
  readonly prefix?: string;
  readonly skipWaitingForReady?: boolean;
}

/** One of the two kinds of server, checked and ready. The factory goes to each instance: BullMQ's global default stays as it is. */
export interface QueueServer {
  readonly factory: BackendFactory<IQueueBackend, unknown>;
  /** Connections that fail fast. */
  readonly producer: ServerOptions;
  /** Connections that wait for the server to come back. */
  readonly worker: ServerOptions;
  ping(): Promise<void>;
  close(): Promise<void>;
}
