import { type WebhookDelivery } from '@eyeline/client/browser';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { client } from '../../api/client.js';
import { useFormat, useStrings } from '../../strings/language.js';
import { useNow } from '../../time/use-now.js';
import { announce } from '../../ui/announcements.js';
import { Button } from '../../ui/button.js';
import { Icon, type IconName } from '../../ui/icon.js';
import { Problem } from '../../ui/problem.js';
import { AnalysisLink } from './analysis-link.js';
import { deliveriesKey } from './use-webhooks.js';

const LOOKS: Record<WebhookDelivery['status'], { icon: IconName; look: string }> = {
  pending: { icon: 'clock', look: '' },
  succeeded: { icon: 'check', look: 'status-completed' },
  failed: { icon: 'warning', look: 'status-failed' },
};

interface DeliveryRowProps {
  readonly delivery: WebhookDelivery;
  readonly endpointId: string;
}

/** A message, each attempt to deliver it, and a way to send it once more. */
export function DeliveryRow({ delivery, endpointId }: DeliveryRowProps) {
  const { webhooks: t } = useStrings();
  const format = useFormat();
  const now = useNow();
  const queryClient = useQueryClient();
  const { id, event, status, analysis_id: analysisId, next_attempt_at: nextAt, attempts } = delivery;
  const redeliver = useMutation({
    mutationFn: () => client.webhookEndpoints.redeliver(id),
    onSuccess: async () => {
      announce(t.redelivered);
      await queryClient.invalidateQueries({ queryKey: deliveriesKey(endpointId) });
    },
  });
  const { icon, look } = LOOKS[status];
  return (
    <li className="operate-row">
      <div className="operate-row-what">
        <p className="endpoint-facts">
          <span className={`status-badge ${look}`}>
            <Icon name={icon} />
            {t.statuses[status]}
          </span>
          <span>{nameOfEvent(event, t)}</span>
          {analysisId !== null && <AnalysisLink id={analysisId} />}
          {status === 'pending' && nextAt !== null && (
            <span className="report-hint">{t.nextAttempt(format.ago(nextAt, now))}</span>
          )}
        </p>
        <ol className="delivery-attempts">
          {attempts.map(({ number, at, answer_code: code, error, duration_ms: duration }) => (
            <li key={number}>
              {t.attempt(format.number(number))},{' '}
              <time dateTime={at} title={format.dateTime(at)}>
                {format.ago(at, now)}
              </time>
              : {error === null ? code : <span lang="en">{error}</span>} (
              {t.milliseconds(format.number(duration))})
            </li>
          ))}
        </ol>
      </div>
      <Button
        look="quiet"
        icon="retry"
        aria-label={t.redeliverOf(id)}
        disabled={redeliver.isPending}
        onClick={() => redeliver.mutate()}
      >
        {t.redeliver}
      </Button>
      {redeliver.error !== null && <Problem error={redeliver.error} />}
    </li>
  );
}

function nameOfEvent(event: string, t: ReturnType<typeof useStrings>['webhooks']): string {
  return event in t.eventNames ? t.eventNames[event as keyof typeof t.eventNames] : t.testEvent;
}
