import { type Report } from '@eyeline/client/browser';

import { EmotionBars } from '../../emotions/emotion-bars.js';
import { fromPercent } from '../../emotions/emotions.js';
import { REPORT_NUMBER_NAMES, REPORT_NUMBERS, writeNumber } from '../../report/report-numbers.js';
import { useFormat, useStrings } from '../../strings/language.js';
import { Facts } from '../../ui/facts.js';

/** The whole video in a few numbers. */
export function Summary({ report }: { readonly report: Report }) {
  const { report: t, emotions: names } = useStrings();
  const format = useFormat();
  const dominant = report.overall_dominant_emotion;
  return (
    <section className="report-section summary card" aria-labelledby="summary">
      <h2 id="summary">{t.summary}</h2>
      <Facts
        size="large"
        facts={[
          [t.facts.dominant, dominant === null ? '–' : names[dominant]],
          ...REPORT_NUMBER_NAMES.map(
            (name) => [t.facts[name], writeNumber(name, REPORT_NUMBERS[name].of(report), format)] as const,
          ),
        ]}
      />
      {dominant !== null && (
        <div className="report-section">
          <EmotionBars
            label={t.shares}
            values={fromPercent(report.average_emotion_scores)}
            dominant={dominant}
          />
          <p className="report-hint">{t.sharesHint}</p>
        </div>
      )}
    </section>
  );
}
