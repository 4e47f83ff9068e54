import { type WebhookEndpoint } from '@eyeline/client/browser';

import { useStrings } from '../../strings/language.js';
import { Button } from '../../ui/button.js';
import { Loading } from '../../ui/loading.js';
import { Problem } from '../../ui/problem.js';
import { DeliveryRow } from './delivery-row.js';
import { useDeliveries } from './use-webhooks.js';

/** What was sent to one endpoint, newest first. */
export function Deliveries({ endpoint: { id, url } }: { readonly endpoint: WebhookEndpoint }) {
  const { webhooks: t, operate: words } = useStrings();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useDeliveries(id);
  return (
    <>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data?.length === 0 && <p>{t.noDeliveries}</p>}
      {data !== undefined && data.length > 0 && (
        <ul className="operate-rows" aria-label={t.deliveriesOf(url)}>
          {data.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} endpointId={id} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  );
}
