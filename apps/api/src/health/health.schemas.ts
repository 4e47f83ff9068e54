import { z } from 'zod';

export const DEPENDENCIES = ['database', 'queue', 'storage'] as const;

export type Dependency = (typeof DEPENDENCIES)[number];

export const livenessSchema = z.object({ status: z.literal('ok') });

const dependencySchema = z.object({
  status: z.enum(['up', 'down']),
  error: z.string().nullable().describe('The code of the error table when it is down.'),
});

export const healthSchema = z.object({
  status: z.enum(['ok', 'unavailable']),
  dependencies: z.object({ database: dependencySchema, queue: dependencySchema, storage: dependencySchema }),
});

/** `GET /health`, as the prototypes had it. */
export const prototypeHealthSchema = z.object({
  status: z.enum(['ok', 'unavailable']),
  model_loaded: z
    .boolean()
    .describe(
      'The networks are there, with the bytes that they should have; a thread loads them with its first picture. With `LIVE_URL`: a live process answers.',
    ),
});

export type PrototypeHealth = z.infer<typeof prototypeHealthSchema>;

export type Health = z.infer<typeof healthSchema>;
