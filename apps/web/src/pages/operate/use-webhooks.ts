import { type components, type WebhookEndpoint } from '@eyeline/client/browser';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

import { client } from '../../api/client.js';
import { POLL_MS } from './use-operate.js';

export const ENDPOINTS_KEY = ['operate', 'webhook-endpoints'] as const;

export const useEndpoints = () =>
  useQuery({
    queryKey: ENDPOINTS_KEY,
    queryFn: (): Promise<WebhookEndpoint[]> => client.webhookEndpoints.list(),
    refetchInterval: POLL_MS,
  });

const DELIVERIES_PAGE = 10;

export const deliveriesKey = (endpointId: string) => ['operate', 'deliveries', endpointId] as const;

type WebhookDeliveryList = components['schemas']['WebhookDeliveryList'];

/** Newest first, as many pages as were asked for. */
export const useDeliveries = (endpointId: string) =>
  useInfiniteQuery({
    queryKey: deliveriesKey(endpointId),
    queryFn: async ({ pageParam, signal }): Promise<WebhookDeliveryList> => {
      const params = { path: { id: endpointId }, query: { limit: DELIVERIES_PAGE, cursor: pageParam } };
      const { data } = await client.api.GET('/v1/webhook-endpoints/{id}/deliveries', { params, signal });
      return data as WebhookDeliveryList;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ data }) => data),
    refetchInterval: POLL_MS,
  });
