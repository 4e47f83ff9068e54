/** `Retry-After` in seconds from now, given as such or as a date; null when there is none that makes sense. */
export function readRetryAfter(value: string | null, nowMs = Date.now()): number | null {
  if (value === null) return null;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value);
  const untilMs = Date.parse(value);
  return Number.isNaN(untilMs) ? null : Math.max(0, Math.ceil((untilMs - nowMs) / 1000));
}
