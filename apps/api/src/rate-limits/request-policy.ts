import { type Request } from 'express';

import { isLiveFrame } from '../live/is-live-frame.js';
import { type Policy } from './rate-limits.service.js';

/** Asked for by machines that decide by it whether this one lives. */
const EXEMPT = new Set(['/livez', '/readyz', '/health', '/metrics']);

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Which limit a request counts for; null: none. The pieces of an upload count as reading: it was counted when it was
 * created, and a large one has thousands.
 */
export function policyOf({ method, path }: Pick<Request, 'method' | 'path'>): Policy | null {
  if (EXEMPT.has(path)) return null;
  if (isLiveFrame({ method, path })) return 'live';
  const isPiece = method === 'PATCH' && path.startsWith('/v1/uploads/');
  return READING.has(method) || isPiece ? 'default' : 'writes';
}
