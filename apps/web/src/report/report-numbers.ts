import { type Report } from '@eyeline/client/browser';

import { type Format } from '../strings/format.js';

/** What a report comes to, in the order of importance; each page that shows reports shows the same. */
export const REPORT_NUMBERS = {
  eyeContact: { unit: 'percent', of: (report) => report.eye_contact_score },
  longest: {
    unit: 'seconds',
    of: ({ eye_contact: { score, longest_s } }) => (score === null ? null : longest_s),
  },
  eyesUnknown: { unit: 'share', of: (report) => report.eye_contact.unknown_share },
  people: { unit: 'count', of: ({ faces }) => faces.length },
  frames: { unit: 'count', of: (report) => report.total_frames_analyzed },
  framesWithFace: { unit: 'count', of: (report) => report.frames_with_face },
  confidence: { unit: 'share', of: (report) => report.average_confidence_score },
  uncertain: { unit: 'share', of: (report) => report.uncertain_share },
} as const satisfies Record<string, ReportNumber>;

export type ReportNumberName = keyof typeof REPORT_NUMBERS;

export const REPORT_NUMBER_NAMES = Object.keys(REPORT_NUMBERS) as ReportNumberName[];

interface ReportNumber {
  /** `share` is 0-1, `percent` 0-100. */
  readonly unit: 'percent' | 'share' | 'seconds' | 'count';
  /** Null where nobody was seen. */
  readonly of: (report: Report) => number | null;
}

/** A number in its unit, as a language writes it; a dash where there is none. */
export function writeNumber(name: ReportNumberName, value: number | null, format: Format): string {
  if (value === null) return '–';
  switch (REPORT_NUMBERS[name].unit) {
    case 'percent':
      return format.percent(value, 1);
    case 'share':
      return format.percent(value * 100, 1);
    case 'seconds':
      return format.seconds(value);
    case 'count':
      return format.number(value);
  }
}
