import './session-panel.css';

import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { type LiveSession } from '../../live/live-runner.js';
import { useMe } from '../../session/me.js';
import { useFormat, useLanguage, useStrings } from '../../strings/language.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Problem } from '../../ui/problem.js';
import { deleteSession, endSession } from './session-calls.js';
import { SessionReportView } from './session-report-view.js';

interface SessionPanelProps {
  /** Whether the camera is open. */
  readonly isOpen: boolean;
  readonly session: LiveSession | null;
  readonly onSession: (session: LiveSession | null) => void;
}

/** Keeps the measurements of a stretch of time, and makes their report at its end. */
export function SessionPanel({ isOpen, session, onSession }: SessionPanelProps) {
  const { live: t } = useStrings();
  const { features } = useMe();
  const [language] = useLanguage();
  const [context, setContext] = useState('');
  const end = useMutation({ mutationFn: (id: string) => endSession(id, context, language) });
  const discard = useMutation({ mutationFn: deleteSession });
  const start = (): void => {
    end.reset();
    discard.reset();
    onSession({ id: `dashboard-${crypto.randomUUID()}`, startedAtMs: performance.now() });
  };
  return (
    <section className="session card" aria-label={t.session}>
      <h2>{t.session}</h2>
      <p className="field-hint">{session === null ? t.sessionText : t.sessionRuns}</p>
      {session !== null && <Elapsed session={session} />}
      <Field label={t.context} hint={features.narrative ? t.contextHint : t.contextHintNoModel}>
        {(ids) => (
          <textarea
            {...ids}
            value={context}
            maxLength={2000}
            onChange={({ target }) => setContext(target.value)}
          />
        )}
      </Field>
      <div className="session-actions">
        {session === null ? (
          <Button look="primary" icon="play" disabled={!isOpen || end.isPending} onClick={start}>
            {end.isPending ? t.ending : t.start}
          </Button>
        ) : (
          <>
            <Button
              look="primary"
              icon="check"
              onClick={() => {
                onSession(null);
                end.mutate(session.id);
              }}
            >
              {t.end}
            </Button>
            <Button
              icon="trash"
              onClick={() => {
                onSession(null);
                discard.mutate(session.id);
              }}
            >
              {t.discard}
            </Button>
          </>
        )}
      </div>
      {end.error !== null && <Problem error={end.error} onRetry={() => end.mutate(end.variables ?? '')} />}
      {discard.error !== null && <Problem error={discard.error} />}
      {end.data !== undefined && session === null && (
        <SessionReportView
          report={end.data}
          onDelete={() => discard.mutate(end.data.session_id, { onSuccess: end.reset })}
        />
      )}
    </section>
  );
}

/** How long the session has run. */
function Elapsed({ session: { startedAtMs } }: { readonly session: LiveSession }) {
  const { live: t } = useStrings();
  const format = useFormat();
  const [nowMs, setNowMs] = useState(startedAtMs);
  useEffect(() => {
    const timer = window.setInterval(() => setNowMs(performance.now()), 500);
    return () => window.clearInterval(timer);
  }, [startedAtMs]);
  return (
    <p className="session-elapsed">
      <span aria-hidden="true" />
      {t.elapsed} {format.clock(Math.max(0, nowMs - startedAtMs) / 1000)}
    </p>
  );
}
