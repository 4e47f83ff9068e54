/** Of the deliveries that one process makes at once, those that may go to one receiver. */
const MOST_AT_ONCE = 8;

/** How far apart those that have to wait come back, and the longest that one waits. */
const STEP_MS = 500;
const LONGEST_WAIT_MS = 120_000;

interface Receiver {
  active: number;
  /** When the last one that was sent away comes back. */
  lastDueMs: number;
}

/**
 * Keeps a receiver that is slow, or has many deliveries, from holding all the places that others need. Those that find
 * no place come back one after the other rather than all at once. Each process counts for itself: what is protected is
 * its own places.
 */
export class ReceiverSlots {
  private readonly receivers = new Map<string, Receiver>();

  constructor(private readonly mostAtOnce = MOST_AT_ONCE) {}

  /** Null: there is a place, to be given back by `free`. Otherwise when to come back, in ms from now. */
  take(name: string): number | null {
    const nowMs = performance.now();
    const receiver = this.receivers.get(name) ?? { active: 0, lastDueMs: nowMs };
    this.receivers.set(name, receiver);
    if (receiver.active < this.mostAtOnce) {
      receiver.active++;
      return null;
    }
    const dueMs = Math.max(receiver.lastDueMs, nowMs) + STEP_MS;
    receiver.lastDueMs = Math.min(dueMs, nowMs + LONGEST_WAIT_MS);
    return Math.round(receiver.lastDueMs - nowMs);
  }

  free(name: string): void {
    const receiver = this.receivers.get(name);
    if (receiver === undefined) return;
    receiver.active--;
    if (receiver.active === 0) this.receivers.delete(name);
  }
}
