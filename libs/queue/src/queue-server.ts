import { type BackendFactory, type IQueueBackend, type Metrics } from 'bullmq';

import { type BullQueue } from './bull-types.js';

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
  /** Tells an idle worker that a job was handed back, where BullMQ does not. Never rejects: workers look by themselves, too. */
  announceHandBack(queueName: string): Promise<void>;
  /** How many jobs ended and when, as BullMQ keeps it. */
  readMetrics(queue: BullQueue, kind: 'completed' | 'failed'): Promise<Metrics>;
  /** Runs the action while no other process runs one of that name, where BullMQ does not see to it by itself. */
  alone(name: string, action: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}
