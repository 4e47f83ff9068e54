import { formatTime } from '../prompt/format-time.js';
import { parseAnswer, RefusedAnswer } from './parse-answer.js';
import { type ReportTimes } from './report-times.js';
import { timesInText } from './times-in-text.js';

/** An answer that may be shown. */
export interface CheckedAnswer {
  readonly text: string;
  /** In order, each once. */
  readonly citedTimesS: readonly number[];
}

/** The most invented times that a refusal names. */
const MAX_NAMED = 5;

/** @throws RefusedAnswer */
export function checkAnswer(raw: string, report: ReportTimes): CheckedAnswer {
  const { text, cited_times_s: listed } = parseAnswer(raw);
  const { clock, spelled } = timesInText(text);
  const invented = [
    ...[...clock, ...listed].filter((timeS) => !report.hasTime(timeS)),
    ...spelled.filter((valueS) => !report.hasTime(valueS) && !report.hasLength(valueS)),
  ];
  if (invented.length > 0) {
    const named = invented
      .slice(0, MAX_NAMED)
      .map((timeS) => (timeS < 0 ? String(timeS) : formatTime(timeS)));
    throw new RefusedAnswer(`It named times that are not in the document: ${named.join(', ')}.`);
  }
  const cited = [
    ...clock,
    ...spelled.filter((valueS) => report.hasTime(valueS) && !report.hasLength(valueS)),
  ];
  if (cited.length === 0) throw new RefusedAnswer('The text named no time.');
  return { text, citedTimesS: [...new Set(cited)].sort((a, b) => a - b) };
}
