import { z } from 'zod';

import { scopeSchema } from './scopes.js';

/** How a request has shown who sent it: by its key, by the cookie of a sign-in, or, while no key exists, by where it comes from. */
export const PROOFS = ['key', 'session', 'loopback'] as const;

export type Proof = (typeof PROOFS)[number];

/** Who sent a request, and what there is for them. */
export const meSchema = z.object({
  project: z.string().describe('Whose data the answers are about.'),
  key: z.object({ id: z.string(), name: z.string() }).nullable().describe('Null while no key exists.'),
  scopes: z.array(scopeSchema).describe('What may be done, with all that `admin` includes.'),
  by: z
    .enum(PROOFS)
    .describe('`session`: the cookie of a sign-in. `loopback`: no key exists, and this is the same machine.'),
  engine: z.object({ version: z.string() }),
  features: z.object({
    narrative: z.boolean().describe('A language model is configured, which tells reports in words.'),
    live: z.boolean().describe('Live connections are allowed.'),
  }),
});

export type Me = z.infer<typeof meSchema>;

/** The body of `POST /v1/me/session`. */
export const newSignInSchema = z.strictObject({ key: z.string().min(1).max(200).describe('`ey_...`') });

export type NewSignIn = z.output<typeof newSignInSchema>;
