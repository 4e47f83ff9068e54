import { type IQueueBackend, type Queue } from 'bullmq';

/** BullMQ's queue as it is used here: any payload, on either kind of server. */
export type BullQueue = Queue<unknown, void, string, unknown, void, string, IQueueBackend, unknown>;
