/**
 * Seconds as people read them on a clock.
 *
 * @example formatClock(3723.4) // '1:02:03'
 */
export function formatClock(seconds: number): string {
  const whole = Math.floor(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** A clock that also shows tenths, for what is shorter than a second. */
export function formatMoment(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  return `${formatClock(tenths / 10)}.${tenths % 10}`;
}

/** @example formatPercent(41.25) // '41 %' */
export const formatPercent = (percent: number | null): string =>
  percent === null ? '–' : `${percent > 0 && percent < 1 ? '< 1' : Math.round(percent)} %`;

/** 0-1 with two decimals. */
export const formatShare = (share: number | null): string => (share === null ? '–' : share.toFixed(2));

export const formatSeconds = (seconds: number): string => `${seconds.toFixed(1)} s`;

export const formatDegrees = (degrees: number): string => `${Math.round(degrees)}°`;

/** @example formatCount(12345) // '12 345' */
export const formatCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f');

/** @example formatDay(new Date(0)) // '1970-01-01 00:00 UTC' */
export const formatInstant = (instant: Date): string =>
  `${instant.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** What a list says of what it leaves out; nothing if that is nothing. */
export const tellHidden = (count: number, which: string): string =>
  count > 0 ? ` ${formatCount(count)} more are not shown: ${which}.` : '';
