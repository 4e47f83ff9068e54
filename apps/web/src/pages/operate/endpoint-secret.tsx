import { type WebhookEndpointWithSecret } from '@eyeline/client/browser';
import { useEffect, useRef } from 'react';

import { useStrings } from '../../strings/language.js';
import { announce } from '../../ui/announcements.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';

interface EndpointSecretProps {
  readonly endpoint: WebhookEndpointWithSecret;
  readonly onKept: () => void;
}

/** The secret of an endpoint that has got one, until somebody says that they have it: nothing else closes it. */
export function EndpointSecret({ endpoint: { url, secret }, onKept }: EndpointSecretProps) {
  const { webhooks: t } = useStrings();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = (): void => {
    // There is no clipboard in pages over plain http of another machine.
    const copying = window.isSecureContext
      ? navigator.clipboard.writeText(secret)
      : Promise.reject(new Error());
    copying.then(
      () => announce(t.copied),
      () => announce(t.notCopied),
    );
  };
  return (
    <div className="endpoint-secret">
      <h3 ref={heading} tabIndex={-1}>
        {t.secretTitle}
      </h3>
      <p>
        {t.secretText} <span className="report-hint">{url}</span>
      </p>
      <Field label={t.secret}>
        {(ids) => (
          <input
            {...ids}
            type="text"
            value={secret}
            readOnly
            spellCheck={false}
            onFocus={({ target }) => target.select()}
          />
        )}
      </Field>
      <div className="endpoint-actions">
        <Button onClick={copy}>{t.copy}</Button>
        <Button look="quiet" icon="check" onClick={onKept}>
          {t.kept}
        </Button>
      </div>
    </div>
  );
}
