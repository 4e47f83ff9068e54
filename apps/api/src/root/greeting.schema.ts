import { z } from 'zod';

export const greetingSchema = z.object({
  name: z.literal('eyeline'),
  status: z.literal('ok'),
  docs: z.string(),
  openapi: z.string(),
});

export type Greeting = z.infer<typeof greetingSchema>;
