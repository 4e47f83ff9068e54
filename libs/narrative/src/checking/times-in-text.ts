/** What a text says about times, in seconds. */
export interface TimesInText {
  /** `m:ss` and `h:mm:ss`: points in time. */
  readonly clock: readonly number[];
  /** `7 s`, `12.5 seconds`, `2 minutes`, `minute 2`: points in time or lengths. */
  readonly spelled: readonly number[];
}

const CLOCK = /(?<![\d:])(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?![\d:])/g;

const NUMBER = String.raw`(\d+(?:[.,]\d+)?)`;

/** The beginnings of both words in the languages that are asked for most. */
const SECOND =
  's(?![\\p{L}\\d])|secs?(?!\\p{L})|second|secund|segund|seg(?!\\p{L})|segon|sek(?!\\p{L})|sekund|saniye|секунд|сек(?!\\p{L})|ثان|秒|초';
const MINUTE = 'min(?!\\p{L})|minut|dakika|минут|мин(?!\\p{L})|دقيق|دقائق|分|분';

const SECONDS = new RegExp(`(?<![\\d:.,])${NUMBER}[\\s\u00a0-]*(?:${SECOND})`, 'giu');
const MINUTES = new RegExp(`(?<![\\d:.,])${NUMBER}[\\s\u00a0-]*(?:${MINUTE})`, 'giu');
const NTH_SECOND = new RegExp(
  `(?<!\\p{L})(?:second[eo]?|segundo|sekunde|секунд\\p{L}*)[\\s\u00a0]+${NUMBER}`,
  'giu',
);
const NTH_MINUTE = new RegExp(`(?<!\\p{L})(?:minut[eo]?|минут\\p{L}*)[\\s\u00a0]+${NUMBER}`, 'giu');

/**
 * Times that are written in digits. Those in words ("after three seconds") are not found.
 *
 * @example timesInText('At 1:07, 3.5 seconds long') // { clock: [67], spelled: [3.5] }
 */
export function timesInText(text: string): TimesInText {
  const clock = [...text.matchAll(CLOCK)].map(
    ([, hours, minutes, seconds]) => Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds),
  );
  const numbers = (pattern: RegExp): number[] =>
    [...text.matchAll(pattern)].map(([, value]) => Number(value.replace(',', '.')));
  const minutes = [...numbers(MINUTES), ...numbers(NTH_MINUTE)].map((value) => value * 60);
  return { clock, spelled: [...numbers(SECONDS), ...numbers(NTH_SECOND), ...minutes] };
}
