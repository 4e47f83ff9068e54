import { EmotionBars } from '../../emotions/emotion-bars.js';
import { fromPercent } from '../../emotions/emotions.js';
import { useFormat, useStrings } from '../../strings/language.js';
import { Button } from '../../ui/button.js';
import { saveJson } from './save-json.js';
import { type SessionReport } from './session-calls.js';

interface SessionReportViewProps {
  readonly report: SessionReport;
  readonly onDelete: () => void;
}

/** What a session came to. */
export function SessionReportView({ report, onDelete }: SessionReportViewProps) {
  const { live: t, emotions: names } = useStrings();
  const format = useFormat();
  const { overall_dominant_emotion: dominant, eye_contact: eyeContact, narrative, warnings } = report;
  const facts: [name: string, value: string][] = [
    [t.duration, format.clock(report.duration_s)],
    [t.framesSeen, format.number(report.total_frames_analyzed)],
    [t.people, format.number(report.faces.length)],
    [t.mostOften, dominant === null ? '–' : names[dominant]],
    [t.eyeContact, eyeContact.score === null ? '–' : format.percent(eyeContact.score)],
    [t.longest, eyeContact.score === null ? '–' : `${format.number(eyeContact.longest_s, 1)} s`],
  ];
  return (
    <div className="session-report">
      <h3>{t.report}</h3>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <EmotionBars label={t.shares} values={fromPercent(report.average_emotion_scores)} dominant={dominant} />
      {narrative !== null && (
        <figure className="session-narrative">
          <blockquote lang={narrative.language}>{narrative.text}</blockquote>
          <figcaption className="field-hint">{t.toldBy(narrative.model)}</figcaption>
        </figure>
      )}
      {warnings.length > 0 && (
        <ul className="session-warnings" aria-label={t.warnings}>
          {warnings.map(({ code, message }) => (
            <li key={code} lang="en">
              {message}
            </li>
          ))}
        </ul>
      )}
      <div className="session-actions">
        <Button icon="download" onClick={() => saveJson(`${report.session_id}.json`, report)}>
          {t.download}
        </Button>
        <Button look="quiet" icon="trash" onClick={onDelete}>
          {t.deleteReport}
        </Button>
      </div>
    </div>
  );
}
