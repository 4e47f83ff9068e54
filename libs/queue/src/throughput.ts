import { type Metrics } from 'bullmq';

/** How far back a throughput goes: as many minutes as workers are told to keep. */
export const MINUTES_KEPT = 60;

const MINUTE_MS = 60_000;

/**
 * What BullMQ counted, as one number for each of the last `MINUTES_KEPT` minutes, oldest first; the last one is the minute
 * that runs. BullMQ itself only writes when a job ends: its points are the minutes before its last one, newest first,
 * and that minute is what was counted since.
 */
export function perMinute({ meta, data }: Metrics, nowMs: number): number[] {
  const current = Math.floor(nowMs / MINUTE_MS);
  const last = Math.floor(meta.prevTS / MINUTE_MS);
  return Array.from({ length: MINUTES_KEPT }, (_, i) => {
    const minute = current - (MINUTES_KEPT - 1) + i;
    if (meta.prevTS === 0 || minute > last) return 0;
    return minute === last ? meta.count - meta.prevCount : (data[last - 1 - minute] ?? 0);
  });
}
