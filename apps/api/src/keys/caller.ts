import { type IncomingMessage } from 'node:http';
import { AppError, type Scope } from '@eyeline/contracts';

/** Whose data exists before anybody speaks of projects. */
export const DEFAULT_PROJECT = 'default';

/** Who sent a request: what is theirs, and what they may do. */
export interface Caller {
  /** Null while no key exists. */
  readonly keyId: string | null;
  readonly projectId: string;
  readonly scopes: readonly Scope[];
}

/** Whoever is on this machine, while no key exists. */
export const LOCAL_CALLER: Caller = { keyId: null, projectId: DEFAULT_PROJECT, scopes: ['admin'] };

const callers = new WeakMap<IncomingMessage, Caller>();

export function setCaller(request: IncomingMessage, caller: Caller): void {
  callers.set(request, caller);
}

/** Null when nobody asked who it is: the path is open to all. */
export const findCaller = (request: IncomingMessage): Caller | null => callers.get(request) ?? null;

/** @throws AppError unauthorized when the request came in without being asked who sent it */
export function callerOf(request: IncomingMessage): Caller {
  const caller = findCaller(request);
  if (caller === null) throw new AppError('unauthorized');
  return caller;
}

/** `admin` includes all other scopes. */
export const allows = ({ scopes }: Caller, needed: Scope): boolean =>
  scopes.includes(needed) || scopes.includes('admin');
