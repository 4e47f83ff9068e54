import {
  completedPartsSchema,
  directUploadSchema,
  newDirectUploadSchema,
  analysisListSchema,
  analysisOptionsSchema,
  analysisSchema,
  deletionReceiptSchema,
  ERROR_TABLE,
  failedJobListSchema,
  failedJobSchema,
  framePageSchema,
  frameRecordSchema,
  jsonValueSchema,
  liveFrameRecordSchema,
  liveFrameRequestSchema,
  liveMessageSchema,
  meSchema,
  metadataSchema,
  modelListSchema,
  narrativeRequestSchema,
  narrativeSchema,
  newSignInSchema,
  newWebhookEndpointSchema,
  problemSchema,
  queueLoadListSchema,
  reportSchema,
  sessionEndSchema,
  sessionReportSchema,
  sessionSchema,
  webhookDeliveryListSchema,
  webhookDeliverySchema,
  webhookEndpointChangesSchema,
  webhookEndpointListSchema,
  webhookEndpointSchema,
  webhookEndpointWithSecretSchema,
  webhookMessageSchema,
  webhookSecretSchema,
  workerListSchema,
  uploadSchema,
} from '@eyeline/contracts';
import { z } from 'zod';

import {
  prototypeAnalysisSchema,
  prototypeSessionSchema,
} from '../compat/analyze-session/analyze-session.schemas.js';
import {
  prototypeAnalyzeSchema,
  prototypeFacesSchema,
  prototypePictureSchema,
  prototypePredictSchema,
  prototypeSessionPictureSchema,
  prototypeStreamFrameSchema,
} from '../compat/frames/frames.schemas.js';
import { prototypeReportSchema } from '../compat/process-frame/process-frame.schemas.js';
import { healthSchema, livenessSchema, prototypeHealthSchema } from '../health/health.schemas.js';
import { greetingSchema } from '../root/greeting.schema.js';

const ANSWERS = {
  Analysis: analysisSchema,
  AnalysisList: analysisListSchema,
  DeletionReceipt: deletionReceiptSchema,
  Report: reportSchema,
  Session: sessionSchema,
  SessionReport: sessionReportSchema,
  Narrative: narrativeSchema,
  Upload: uploadSchema,
  DirectUpload: directUploadSchema,
  FrameRecord: frameRecordSchema,
  FramePage: framePageSchema,
  LiveFrameRecord: liveFrameRecordSchema,
  PrototypeAnalyze: prototypeAnalyzeSchema,
  PrototypeFaces: prototypeFacesSchema,
  PrototypePredict: prototypePredictSchema,
  LiveMessage: liveMessageSchema,
  PrototypeReport: prototypeReportSchema,
  PrototypeAnalysis: prototypeAnalysisSchema,
  WebhookEndpoint: webhookEndpointSchema,
  WebhookEndpointWithSecret: webhookEndpointWithSecretSchema,
  WebhookEndpointList: webhookEndpointListSchema,
  WebhookDelivery: webhookDeliverySchema,
  WebhookDeliveryList: webhookDeliveryListSchema,
  WebhookSecret: webhookSecretSchema,
  WebhookMessage: webhookMessageSchema,
  ModelList: modelListSchema,
  QueueLoadList: queueLoadListSchema,
  WorkerList: workerListSchema,
  FailedJob: failedJobSchema,
  FailedJobList: failedJobListSchema,
  Me: meSchema,
  Problem: problemSchema,
  JsonValue: jsonValueSchema,
  Greeting: greetingSchema,
  Liveness: livenessSchema,
  Readiness: healthSchema,
  PrototypeHealth: prototypeHealthSchema,
} as const;

const REQUESTS = {
  AnalysisOptions: analysisOptionsSchema,
  Metadata: metadataSchema,
  LiveFrameRequest: liveFrameRequestSchema,
  SessionEnd: sessionEndSchema,
  NarrativeRequest: narrativeRequestSchema,
  PrototypePicture: prototypePictureSchema,
  PrototypeSessionPicture: prototypeSessionPictureSchema,
  PrototypeStreamFrame: prototypeStreamFrameSchema,
  PrototypeSession: prototypeSessionSchema,
  NewSignIn: newSignInSchema,
  NewDirectUpload: newDirectUploadSchema,
  CompletedParts: completedPartsSchema,
  NewWebhookEndpoint: newWebhookEndpointSchema,
  WebhookEndpointChanges: webhookEndpointChangesSchema,
  JsonValue: jsonValueSchema,
} as const;

export type SchemaName = keyof typeof ANSWERS | keyof typeof REQUESTS;

export type JsonSchema = Record<string, unknown>;

/** Where a schema stands in the OpenAPI document. */
export const schemaRef = (name: SchemaName): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });

/** Every schema of the contract as JSON Schema 2020-12, which is what OpenAPI 3.1 speaks. */
export function componentSchemas(): Record<string, JsonSchema> {
  const schemas = { ...toComponents(ANSWERS, 'output'), ...toComponents(REQUESTS, 'input') };
  // For programs that are made from the document: which codes there are, and whether a retry can help.
  return { ...schemas, Problem: { ...schemas.Problem, 'x-error-codes': ERROR_TABLE } };
}

function toComponents(
  schemas: Record<string, z.ZodType>,
  io: 'input' | 'output',
): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const { schemas: generated } = z.toJSONSchema(registry, { io, uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(generated).map(([id, { $schema: _dialect, $id: _address, ...schema }]) => [id, schema]),
  );
}
