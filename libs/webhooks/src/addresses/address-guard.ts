import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';

import { AppError } from '@eyeline/contracts';

import { IpRanges } from './ip-ranges.js';
import { GLOBAL_IPV6, SPECIAL_IPV4, SPECIAL_IPV6 } from './special-ranges.js';
import { unwrapAddress } from './unwrap-address.js';

/** All addresses of a host, as the system knows them. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** An address of the web that may be sent to, and the addresses of the network that this holds for. */
export interface CheckedAddress {
  readonly url: URL;
  /** Connect to one of these and to nothing else. */
  readonly addresses: readonly string[];
}

/** How a guard says no: each use has codes of its own. */
export interface Refusals {
  forbidden(detail: string): AppError;
  /** @param cause what the resolver said; null when it knows the host, but no address of it, or says nothing */
  unknownHost(detail: string, cause: unknown): AppError;
}

const WEBHOOK_REFUSALS: Refusals = {
  forbidden: (detail) => new AppError('webhook_forbidden', { detail }),
  unknownHost: (detail, cause) => new AppError('webhook_forbidden', { detail, cause }),
};

const special = new IpRanges([...SPECIAL_IPV4, ...SPECIAL_IPV6]);
const globalIpv6 = new IpRanges(GLOBAL_IPV6);

/** A resolver that is silent for so long has no answer: the system's own may take half a minute. */
const RESOLVE_MS = 5_000;

export interface GuardSettings {
  readonly resolveMs?: number;
  /** Default: those of webhooks. */
  readonly refusals?: Refusals;
}

/** Decides where may be connected to on behalf of others. */
export class AddressGuard {
  private readonly allowed: IpRanges;
  private readonly resolveMs: number;
  private readonly refusals: Refusals;

  /**
   * @param allowedRanges networks that are allowed although they are not public, with http and on any port
   * @param resolve for tests
   */
  constructor(
    allowedRanges: readonly string[],
    private readonly resolve: Resolve = resolveHost,
    { resolveMs = RESOLVE_MS, refusals = WEBHOOK_REFUSALS }: GuardSettings = {},
  ) {
    this.allowed = new IpRanges(allowedRanges);
    this.resolveMs = resolveMs;
    this.refusals = refusals;
  }

  /**
   * Looks at the address and at everything that its host resolves to: one address that is not allowed is enough to
   * refuse it.
   *
   * @throws AppError by the refusals, also when the host has no address, or none that is found in time
   */
  async check(text: string): Promise<CheckedAddress> {
    const url = this.inspect(text);
    const host = hostOf(url);
    const addresses = isIP(host) === 0 ? await this.resolveKnown(host) : [host];
    this.judge(url, addresses);
    return { url, addresses };
  }

  /**
   * What can be told without a resolver: whether it is an address at all, and whether its host, where that is an address
   * of the network itself, is allowed.
   *
   * @throws AppError by the refusals
   */
  inspect(text: string): URL {
    if (!URL.canParse(text)) throw this.refusals.forbidden('This is no address.');
    const url = new URL(text);
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
      throw this.refusals.forbidden('The address has to be https.');
    if (url.username !== '' || url.password !== '')
      throw this.refusals.forbidden('The address may hold no credentials.');
    const host = hostOf(url);
    if (isIP(host) !== 0) this.judge(url, [host]);
    return url;
  }

  private judge(url: URL, addresses: readonly string[]): void {
    const isPublic = url.protocol === 'https:' && url.port === '';
    for (const address of addresses) {
      if (this.isAllowed(address)) continue;
      if (!isPublicAddress(address)) {
        throw this.refusals.forbidden(
          `${hostOf(url)} is in a network that this installation does not connect to.`,
        );
      }
      if (!isPublic) throw this.refusals.forbidden('Public addresses have to be https, on port 443.');
    }
  }

  private isAllowed(address: string): boolean {
    const bare = address.split('%')[0];
    return this.allowed.contains(bare) || this.allowed.contains(unwrapAddress(bare));
  }

  private async resolveKnown(host: string): Promise<readonly string[]> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), this.resolveMs);
    });
    try {
      const addresses = await Promise.race([this.resolve(host), late]);
      if (addresses === null) {
        const detail = `The addresses of ${host} could not be found within ${this.resolveMs / 1000} s.`;
        throw this.refusals.unknownHost(detail, null);
      }
      if (addresses.length > 0) return addresses;
    } catch (cause) {
      throw cause instanceof AppError ? cause : this.refusals.unknownHost(absent(host), cause);
    } finally {
      clearTimeout(timer);
    }
    throw this.refusals.unknownHost(absent(host), null);
  }
}

const absent = (host: string): string => `The host ${host} has no address.`;

/** The host of an address, an IPv6 one without its brackets. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

function isPublicAddress(address: string): boolean {
  const bare = unwrapAddress(address);
  return !special.contains(bare) && (isIP(bare) === 4 || globalIpv6.contains(bare));
}

async function resolveHost(host: string): Promise<string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
}
