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

const special = new IpRanges([...SPECIAL_IPV4, ...SPECIAL_IPV6]);
const globalIpv6 = new IpRanges(GLOBAL_IPV6);

/** A resolver that is silent for so long has no answer: the system's own may take half a minute. */
const RESOLVE_MS = 5_000;

/** Decides where may be sent to. */
export class AddressGuard {
  private readonly allowed: IpRanges;

  /**
   * @param allowedRanges networks that may be sent to although they are not public, with http and on any port
   * @param resolve, resolveMs for tests
   */
  constructor(
    allowedRanges: readonly string[],
    private readonly resolve: Resolve = resolveHost,
    private readonly resolveMs = RESOLVE_MS,
  ) {
    this.allowed = new IpRanges(allowedRanges);
  }

  /**
   * Looks at the address and at everything that its host resolves to: one address that is not allowed is enough to
   * refuse it.
   *
   * @throws AppError webhook_forbidden, also when the host has no address, or none that is found in time
   */
  async check(text: string): Promise<CheckedAddress> {
    const url = parseAddress(text);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const addresses = isIP(host) === 0 ? await this.resolveKnown(host) : [host];
    const isPublic = url.protocol === 'https:' && url.port === '';
    for (const address of addresses) {
      if (this.isAllowed(address)) continue;
      if (!isPublicAddress(address)) {
        throw forbidden(`${host} is in a network that this installation does not send to.`);
      }
      if (!isPublic) throw forbidden('Public addresses have to be https, on port 443.');
    }
    return { url, addresses };
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
        throw forbidden(`The addresses of ${host} could not be found within ${this.resolveMs / 1000} s.`);
      }
      if (addresses.length > 0) return addresses;
    } catch (cause) {
      throw cause instanceof AppError ? cause : forbidden(`The host ${host} has no address.`, cause);
    } finally {
      clearTimeout(timer);
    }
    throw forbidden(`The host ${host} has no address.`);
  }
}

/** @throws AppError webhook_forbidden */
function parseAddress(text: string): URL {
  if (!URL.canParse(text)) throw forbidden('This is no address.');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw forbidden('The address has to be https.');
  if (url.username !== '' || url.password !== '') throw forbidden('The address may hold no credentials.');
  return url;
}

function isPublicAddress(address: string): boolean {
  const bare = unwrapAddress(address);
  return !special.contains(bare) && (isIP(bare) === 4 || globalIpv6.contains(bare));
}

async function resolveHost(host: string): Promise<string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
}

const forbidden = (detail: string, cause?: unknown): AppError =>
  new AppError('webhook_forbidden', { detail, cause });
