import './webhooks.css';

import { type WebhookEndpointWithSecret } from '@eyeline/client/browser';
import { useState } from 'react';

import { useStrings } from '../../strings/language.js';
import { Button } from '../../ui/button.js';
import { EndpointRow } from './endpoint-row.js';
import { EndpointSecret } from './endpoint-secret.js';
import { NewEndpointDialog } from './new-endpoint-dialog.js';
import { OperateSection } from './operate-section.js';
import { useEndpoints } from './use-webhooks.js';

/** Who is told how analyses end, and what became of each message. */
export function Webhooks() {
  const { webhooks: t } = useStrings();
  const query = useEndpoints();
  const [isAsking, setIsAsking] = useState(false);
  const [secretOf, setSecretOf] = useState<WebhookEndpointWithSecret | null>(null);
  return (
    <OperateSection
      id="webhooks"
      title={t.title}
      hint={t.hint}
      actions={<Button onClick={() => setIsAsking(true)}>{t.add}</Button>}
      query={query}
    >
      {(endpoints) => (
        <>
          {secretOf !== null && (
            <EndpointSecret key={secretOf.secret} endpoint={secretOf} onKept={() => setSecretOf(null)} />
          )}
          {endpoints.length === 0 ? (
            <p>{t.none}</p>
          ) : (
            <ul className="operate-rows" aria-labelledby="webhooks">
              {endpoints.map((endpoint) => (
                <EndpointRow key={endpoint.id} endpoint={endpoint} onSecret={setSecretOf} />
              ))}
            </ul>
          )}
          {isAsking && (
            <NewEndpointDialog
              onClose={() => setIsAsking(false)}
              onCreated={(endpoint) => {
                setIsAsking(false);
                setSecretOf(endpoint);
              }}
            />
          )}
        </>
      )}
    </OperateSection>
  );
}
