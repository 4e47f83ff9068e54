import { type components, type paths } from './generated/openapi.js';

type Schemas = components['schemas'];

export type Analysis = Schemas['Analysis'];
export type AnalysisList = Schemas['AnalysisList'];
export type AnalysisOptions = Partial<Schemas['AnalysisOptions']>;
export type DeletionReceipt = Schemas['DeletionReceipt'];
export type FailedJob = Schemas['FailedJob'];
export type FrameRecord = Schemas['FrameRecord'];
export type LiveFrameRecord = Schemas['LiveFrameRecord'];
export type LiveMessage = Schemas['LiveMessage'];
export type Me = Schemas['Me'];
export type NewWebhookEndpoint = Pick<Schemas['NewWebhookEndpoint'], 'url'> &
  Partial<Schemas['NewWebhookEndpoint']>;
/** A network, with its model card as Markdown. */
export type Model = Schemas['ModelList']['data'][number];
export type Problem = Schemas['Problem'];
export type QueueLoad = Schemas['QueueLoadList']['data'][number];
export type Report = Schemas['Report'];
export type WebhookDelivery = Schemas['WebhookDelivery'];
export type WebhookEndpoint = Schemas['WebhookEndpoint'];
export type WebhookEndpointChanges = Schemas['WebhookEndpointChanges'];
export type WebhookEndpointWithSecret = Schemas['WebhookEndpointWithSecret'];
export type WebhookMessage = Schemas['WebhookMessage'];
export type Worker = Schemas['WorkerList']['data'][number];

/** What the list of analyses can be asked for. */
export type AnalysisFilter = Omit<
  NonNullable<paths['/v1/analyses']['get']['parameters']['query']>,
  'cursor' | 'limit'
>;

/** The forms of frames that come as one file. */
export type FrameFormat = Exclude<
  NonNullable<NonNullable<paths['/v1/analyses/{id}/frames']['get']['parameters']['query']>['format']>,
  'json'
>;
