import { type Prisma } from './generated/client.js';

/** An object of ours as a value of a JSON column. */
export const toJson = (value: object): Prisma.InputJsonValue => value;
