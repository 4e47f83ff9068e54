/** Numbers, sizes and times as one language writes them. */
export interface Format {
  /** 0-1 -> `42%` */
  readonly share: (value: number) => string;
  /** 0-100 -> `42%`, `41.7%` */
  readonly percent: (value: number, digits?: 0 | 1) => string;
  readonly number: (value: number, digits?: number) => string;
  readonly bytes: (value: number) => string;
  /** Seconds as a length: `5.8 sec`. */
  readonly seconds: (value: number) => string;
  /** Seconds -> `1:05`, `1:02:03`. */
  readonly clock: (seconds: number) => string;
  /** An instant as date and time of day. */
  readonly dateTime: (instant: string) => string;
  /** How long ago, in the largest unit that fits. */
  readonly ago: (instant: string, nowMs: number) => string;
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

const STEPS: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** @param language a BCP 47 tag */
export function formatFor(language: string): Format {
  const percents = [0, 1].map(
    (digits) =>
      new Intl.NumberFormat(language, {
        style: 'percent',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  );
  const seconds = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'second',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  const bytes = UNITS.map(
    (unit) =>
      new Intl.NumberFormat(language, {
        ...{ style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short' },
        maximumSignificantDigits: 3,
      }),
  );
  return {
    share: (value) => percents[0].format(value),
    percent: (value, digits = 0) => percents[digits].format(value / 100),
    number: (value, digits = 0) =>
      new Intl.NumberFormat(language, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(value),
    bytes: (value) => {
      const power = value < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(value) / 3));
      return bytes[power].format(value / 1000 ** power);
    },
    seconds: (value) => seconds.format(value),
    clock,
    dateTime: (instant) => dateTime.format(new Date(instant)),
    ago: (instant, nowMs) => {
      const seconds = (Date.parse(instant) - nowMs) / 1000;
      const [unit, length] = STEPS.find(([, step]) => Math.abs(seconds) >= step) ?? ['second', 1];
      // Under ten seconds is now: two clocks seldom agree to the second.
      return relative.format(Math.abs(seconds) < 10 ? 0 : Math.trunc(seconds / length), unit);
    },
  };
}

function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [Math.floor(whole / 60) % 60, whole % 60];
  const hours = Math.floor(whole / 3600);
  const padded = parts.map((part) => String(part).padStart(2, '0'));
  return hours > 0 ? [hours, ...padded].join(':') : [parts[0], padded[1]].join(':');
}
