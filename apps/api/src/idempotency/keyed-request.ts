import { type IncomingMessage } from 'node:http';
import { type Analysis } from '@eyeline/contracts';
import { type AnswerToKeep, type RequestClaim } from '@eyeline/database';

/** A request with an Idempotency-Key that is ours to answer. */
export interface KeyedRequest {
  readonly claim: RequestClaim;
  /** Null for an upload whose bytes are still to come. */
  readonly payloadHash: string | null;
}

const keyed = new WeakMap<IncomingMessage, KeyedRequest>();

export function setKeyedRequest(request: IncomingMessage, keyedRequest: KeyedRequest): void {
  keyed.set(request, keyedRequest);
}

/** Null when the client sent no key. */
export const findKeyedRequest = (request: IncomingMessage): KeyedRequest | null => keyed.get(request) ?? null;

/** The answer `202` with an analysis, to be kept in the transaction that makes the analysis. */
export const keepStarted = (claim: RequestClaim, payloadHash: string, analysis: Analysis): AnswerToKeep => ({
  claim,
  payloadHash,
  answer: { status: 202, body: analysis, location: analysis.links.self },
});
