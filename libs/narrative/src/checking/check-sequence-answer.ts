import { parseAnswer, RefusedAnswer } from './parse-answer.js';
import { timesInText } from './times-in-text.js';

/**
 * A text about expressions without times. It may repeat a time that the context names, and no other.
 *
 * @throws RefusedAnswer
 */
export function checkSequenceAnswer(raw: string, context: string): string {
  const { text, cited_times_s: listed } = parseAnswer(raw);
  const known = timesInText(context);
  const { clock, spelled } = timesInText(text);
  const invented = [
    ...listed,
    ...clock.filter((timeS) => !known.clock.includes(timeS)),
    ...spelled.filter((timeS) => !known.spelled.includes(timeS)),
  ];
  if (invented.length > 0) throw new RefusedAnswer('It named times, and there are none in the document.');
  return text;
}
