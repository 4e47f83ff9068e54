import { type Report } from '@eyeline/client/browser';

import { EMOTIONS } from '../../emotions/emotions.js';
import { REPORT_NUMBER_NAMES, REPORT_NUMBERS, writeNumber } from '../../report/report-numbers.js';
import { useFormat, useStrings } from '../../strings/language.js';

interface NumbersTableProps {
  readonly a: Report;
  readonly b: Report;
}

/** The same numbers beside each other. */
export function NumbersTable({ a, b }: NumbersTableProps) {
  const { compare: t, report: words, emotions: names } = useStrings();
  const format = useFormat();
  const sign = (value: number): string => (value > 0 ? '+' : value < 0 ? '−' : '');
  const rows: [what: string, a: string, b: string, difference: string][] = [
    [words.facts.dominant, ...[a, b].map(dominantOf), ''] as [string, string, string, string],
    ...REPORT_NUMBER_NAMES.map((name): [string, string, string, string] => {
      const [one, other] = [a, b].map(REPORT_NUMBERS[name].of);
      const difference = one === null || other === null ? null : other - one;
      return [
        words.facts[name],
        writeNumber(name, one, format),
        writeNumber(name, other, format),
        difference === null ? '–' : sign(difference) + writeNumber(name, Math.abs(difference), format),
      ];
    }),
    ...EMOTIONS.map((emotion): [string, string, string, string] => {
      const [one, other] = [a, b].map((report) => report.average_emotion_scores[emotion]);
      return [
        t.shareOf(names[emotion]),
        format.percent(one, 1),
        format.percent(other, 1),
        sign(other - one) + format.percent(Math.abs(other - one), 1),
      ];
    }),
  ];
  return (
    <section className="report-section card" aria-labelledby="numbers">
      <h2 id="numbers">{t.numbers}</h2>
      <div className="numbers-table" tabIndex={0} role="region" aria-label={t.numbers}>
        <table>
          <caption className="visually-hidden">{t.numbersOf}</caption>
          <thead>
            <tr>
              <th scope="col">{t.what}</th>
              <th scope="col">A</th>
              <th scope="col">B</th>
              <th scope="col">{t.difference}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([what, ...values]) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                {values.map((value, column) => (
                  <td key={column}>{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );

  function dominantOf({ overall_dominant_emotion: dominant }: Report): string {
    return dominant === null ? '–' : names[dominant];
  }
}
