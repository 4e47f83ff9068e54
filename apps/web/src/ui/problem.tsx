import './problem.css';

import { EyelineError } from '@eyeline/client/browser';

import { useStrings } from '../strings/language.js';
import { Button } from './button.js';
import { Icon } from './icon.js';

/** What an `application/problem+json` says; an analysis that failed carries the same fields. */
interface Facts {
  readonly title: string;
  readonly detail: string;
  readonly fields: readonly { readonly pointer: string; readonly message: string }[];
  readonly requestId: string | null;
}

/** What went wrong, in words: what happened, why, which fields, and by which name the logs know it. */
export function Problem({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { errors: t } = useStrings();
  const { title, detail, fields, requestId } = useFacts(error);
  return (
    <div className="problem" role="alert">
      <Icon name="warning" />
      <div className="problem-body">
        <strong>{title}</strong>
        <p lang="en">{detail}</p>
        {fields.length > 0 && (
          <ul aria-label={t.fields} lang="en">
            {fields.map(({ pointer, message }) => (
              <li key={pointer + message}>
                <code>{pointer}</code> {message}
              </li>
            ))}
          </ul>
        )}
        {requestId !== null && (
          <p className="problem-request" title={t.requestIdHint}>
            {t.requestId} <code>{requestId}</code>
          </p>
        )}
        {onRetry !== undefined && (
          <Button icon="retry" onClick={onRetry}>
            {t.again}
          </Button>
        )}
      </div>
    </div>
  );
}

function useFacts(error: unknown): Facts {
  const { errors: t } = useStrings();
  if (error instanceof EyelineError) {
    const { code, detail, errors, requestId } = error;
    return { title: t.titles[code], detail, fields: errors, requestId };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return { title: t.unknown, detail, fields: [], requestId: null };
}
