import { z } from 'zod';

/** What an API key may do. `admin` includes the others. */
export const SCOPES = ['analyses:read', 'analyses:write', 'webhooks:write', 'admin'] as const;

export const scopeSchema = z.enum(SCOPES);

export type Scope = z.infer<typeof scopeSchema>;
