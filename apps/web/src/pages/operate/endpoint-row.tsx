import '../../analyses/status-badge.css';

import { type WebhookEndpoint, type WebhookEndpointWithSecret } from '@eyeline/client/browser';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { client } from '../../api/client.js';
import { useStrings } from '../../strings/language.js';
import { announce } from '../../ui/announcements.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Problem } from '../../ui/problem.js';
import { Deliveries } from './deliveries.js';
import { DeleteEndpointDialog, RotateDialog } from './endpoint-dialog.js';
import { deliveriesKey, ENDPOINTS_KEY } from './use-webhooks.js';

interface EndpointRowProps {
  readonly endpoint: WebhookEndpoint;
  readonly onSecret: (endpoint: WebhookEndpointWithSecret) => void;
}

/** One who is told, and what was sent there. */
export function EndpointRow({ endpoint, onSecret }: EndpointRowProps) {
  const { webhooks: t } = useStrings();
  const { id, url, enabled, description, events, disabled_reason: reason } = endpoint;
  const [isOpen, setIsOpen] = useState(false);
  const [asking, setAsking] = useState<'rotate' | 'delete' | null>(null);
  const stopAsking = (): void => setAsking(null);
  const { test, change } = useEndpointActions(id);
  const failure = test.error ?? change.error;
  return (
    <li className="operate-row">
      <div className="operate-row-what">
        <h3>{url}</h3>
        {description !== null && <p>{description}</p>}
        <p className="endpoint-facts">
          <span className={`status-badge ${enabled ? 'status-completed' : ''}`}>
            <Icon name={enabled ? 'check' : 'minus'} />
            {enabled ? t.enabled : t.disabledReasons[reason ?? 'requested']}
          </span>
          <span className="report-hint">
            {t.events}: {events.map((event) => t.eventNames[event]).join(', ')}
          </span>
        </p>
      </div>
      <div className="endpoint-actions">
        <Button
          look="quiet"
          icon="arrow"
          aria-label={t.testOf(url)}
          disabled={!enabled || test.isPending}
          onClick={() => test.mutate(undefined, { onSuccess: () => setIsOpen(true) })}
        >
          {t.test}
        </Button>
        <Button
          look="quiet"
          icon={enabled ? 'pause' : 'play'}
          aria-label={enabled ? t.disableOf(url) : t.enableOf(url)}
          disabled={change.isPending}
          onClick={() => change.mutate({ enabled: !enabled })}
        >
          {enabled ? t.disable : t.enable}
        </Button>
        <Button look="quiet" icon="retry" aria-label={t.rotateOf(url)} onClick={() => setAsking('rotate')}>
          {t.rotate}
        </Button>
        <Button look="quiet" icon="trash" aria-label={t.deleteOf(url)} onClick={() => setAsking('delete')}>
          {t.delete}
        </Button>
      </div>
      {asking === 'rotate' && (
        <RotateDialog
          {...{ id, url }}
          onClose={stopAsking}
          onRotated={(rotated) => {
            stopAsking();
            onSecret(rotated);
          }}
        />
      )}
      {asking === 'delete' && <DeleteEndpointDialog {...{ id, url }} onClose={stopAsking} />}
      {failure !== null && <Problem error={failure} />}
      <details
        className="operate-more"
        open={isOpen}
        onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
      >
        <summary>{t.deliveries}</summary>
        {isOpen && <Deliveries endpoint={endpoint} />}
      </details>
    </li>
  );
}

function useEndpointActions(id: string) {
  const { webhooks: t } = useStrings();
  const queryClient = useQueryClient();
  const test = useMutation({
    mutationFn: () => client.webhookEndpoints.test(id),
    onSuccess: async () => {
      announce(t.tested);
      await queryClient.invalidateQueries({ queryKey: deliveriesKey(id) });
    },
  });
  const change = useMutation({
    mutationFn: (changes: { enabled: boolean }) => client.webhookEndpoints.change(id, changes),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ENDPOINTS_KEY }),
  });
  return { test, change };
}
