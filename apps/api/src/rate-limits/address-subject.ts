import { normalizeIp } from '@nestjs/throttler';
import { type Request } from 'express';

import { type Subject } from './rate-limits.service.js';

/** The client's address, as the proxies say that may (TRUSTED_PROXIES); of IPv6 the network of 64 bits, which is one's own. */
export const addressOf = ({ ip }: Pick<Request, 'ip'>): Subject => `address:${normalizeIp(ip ?? 'unknown')}`;
