import { DELIVERY_STATUSES } from '@eyeline/contracts';
import { z } from 'zod';

/** The query of `GET /v1/webhook-endpoints/{id}/deliveries`. */
export const endpointDeliveriesQuerySchema = z.strictObject({
  status: z.enum(DELIVERY_STATUSES).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20).describe('How many on one page.'),
  cursor: z.string().max(512).optional().describe('`next_cursor` of the page before.'),
});

export type EndpointDeliveriesQuery = z.output<typeof endpointDeliveriesQuerySchema>;

/** The query of `GET /v1/webhook-deliveries`. */
export const deliveriesQuerySchema = endpointDeliveriesQuerySchema.extend({
  analysis_id: z.string().max(64).optional().describe('Those about one analysis.'),
});

export type DeliveriesQuery = z.output<typeof deliveriesQuerySchema>;
