import { AppError } from '@eyeline/contracts';

/** Codes of Node, of PostgreSQL and of Prisma that say: no answer came, whatever was asked. */
const UNREACHABLE = new Set([
  ...[
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
  ],
  ...['57P01', '57P02', '57P03', '53300'], // shutting down, crashed, starting up, too many connections
  ...['28000', '28P01', '3D000'], // access denied, wrong password, no such database
  // The same seen by Prisma; P2024 and P2028: no connection, or no transaction, in time.
  ...['P1000', 'P1001', 'P1002', 'P1003', 'P1008', 'P1010', 'P1011', 'P1017', 'P2024', 'P2028', 'P2037'],
  // And by its adapter.
  ...[
    'DatabaseNotReachable',
    'ConnectionClosed',
    'SocketTimeout',
    'TlsConnectionError',
    'TooManyConnections',
  ],
]);

/** What node-postgres says in words alone. */
const UNREACHABLE_TEXT =
  /Connection terminated|timeout exceeded when trying to connect|timeout expired|is not queryable/;

/** PostgreSQL's class of connection exceptions. */
const CONNECTION_CLASS = /^08\w{3}$/;

/** What errors on the way from the socket through node-postgres and Prisma's adapter to Prisma look like. */
interface DatabaseFailure {
  readonly code?: unknown;
  /** Of Prisma's adapter: the code that it saw. */
  readonly originalCode?: unknown;
  /** Of Prisma's adapter: what it made of it. */
  readonly kind?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  /** Of Prisma: for raw queries the only trace of what happened. */
  readonly meta?: { readonly driverAdapterError?: unknown };
  /** Of an AggregateError: one for each address of the host. */
  readonly errors?: unknown;
}

function isUnreachable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || error instanceof AppError) return false;
  const { code, originalCode, kind, message, cause, meta, errors } = error as DatabaseFailure;
  const saysSo =
    [code, originalCode, kind].some((one) => typeof one === 'string' && isUnreachableCode(one)) ||
    (typeof message === 'string' && UNREACHABLE_TEXT.test(message));
  const below = [cause, meta?.driverAdapterError, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  return saysSo || below.some(isUnreachable);
}

const isUnreachableCode = (code: string): boolean => UNREACHABLE.has(code) || CONNECTION_CLASS.test(code);

/**
 * Does work on the database: the one place where an unreachable database becomes an error of ours.
 *
 * @throws AppError database_unavailable; any other error as it is
 */
export async function onDatabase<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isUnreachable(error)) throw new AppError('database_unavailable', { cause: error });
    throw error;
  }
}
