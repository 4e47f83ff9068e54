import { MAX_NARRATIVE } from '@eyeline/contracts';
import { z } from 'zod';

import { formatTime } from '../prompt/format-time.js';
import { type ReportTimes } from './report-times.js';
import { timesInText } from './times-in-text.js';

/** An answer that may be shown. */
export interface CheckedAnswer {
  readonly text: string;
  /** In order, each once. */
  readonly citedTimesS: readonly number[];
}

/** Why an answer may not be shown, in words for the model and for the log. */
export class RefusedAnswer extends Error {}

const answerSchema = z.object({ text: z.string(), cited_times_s: z.array(z.number()) });

/** The most invented times that a refusal names. */
const MAX_NAMED = 5;

/** @throws RefusedAnswer */
export function checkAnswer(raw: string, report: ReportTimes): CheckedAnswer {
  const { text, cited_times_s: listed } = parseAnswer(raw);
  if (text === '') throw new RefusedAnswer('The text was empty.');
  if (text.length > MAX_NARRATIVE) {
    throw new RefusedAnswer(`The text had ${text.length} characters, more than ${MAX_NARRATIVE}.`);
  }
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

function parseAnswer(raw: string): z.infer<typeof answerSchema> {
  // Some models put JSON into a fence although they are asked for JSON alone.
  const bare = raw.trim().replace(/^```(?:json)?\s*|\s*```$/g, '');
  let value: unknown;
  try {
    value = JSON.parse(bare);
  } catch {
    // Not told further: the parser's words hold some of the text, which is about people.
    throw new RefusedAnswer('It was no JSON.');
  }
  const parsed = answerSchema.safeParse(value);
  if (!parsed.success) throw new RefusedAnswer('The JSON had another form.');
  return { ...parsed.data, text: parsed.data.text.trim() };
}
