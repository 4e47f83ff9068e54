import { type IncomingMessage } from 'node:http';
import { AppError, type Proof, type Scope } from '@eyeline/contracts';
import { type ApiKeyRow } from '@eyeline/database';

/** Whose data exists before anybody speaks of projects. */
export const DEFAULT_PROJECT = 'default';

/** Who sent a request: what is theirs, and what they may do. */
export interface Caller {
  /** Null while no key exists. */
  readonly keyId: string | null;
  /** As its owner has named the key, for its owner alone: it may be a person's name. */
  readonly keyName: string | null;
  readonly projectId: string;
  readonly scopes: readonly Scope[];
  readonly by: Proof;
}

/** Whoever is on this machine, while no key exists. */
export const LOCAL_CALLER: Caller = {
  ...{ keyId: null, keyName: null, projectId: DEFAULT_PROJECT },
  ...{ scopes: ['admin'], by: 'loopback' },
};

/** Whoever has shown this key, or what stands for it. */
export const callerWith = ({ id, name, projectId, scopes }: ApiKeyRow, by: 'key' | 'session'): Caller => ({
  ...{ keyId: id, keyName: name, projectId, scopes, by },
});

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
