import { isIPv4 } from 'node:net';

/** Prefixes of 96 bits behind which an IPv4 address stands, as eight groups less the last two. */
const WRAPPINGS = [
  '0:0:0:0:0:ffff', // ::ffff:0:0/96, mapped
  '0:0:0:0:ffff:0', // ::ffff:0:0:0/96, translated (SIIT)
  '64:ff9b:0:0:0:0', // 64:ff9b::/96, translated (NAT64)
  '0:0:0:0:0:0', // ::/96, compatible; ::1 becomes 0.0.0.1, which is as little public
];

/**
 * The IPv4 address that an IPv6 address stands for; any other address as it is, without its zone.
 *
 * @example unwrapAddress('::ffff:7f00:1') // '127.0.0.1'
 */
export function unwrapAddress(address: string): string {
  if (isIPv4(address)) return address;
  const bare = address.split('%')[0];
  const groups = expandGroups(bare);
  if (!WRAPPINGS.includes(groups.slice(0, 6).join(':'))) return bare;
  const [high, low] = groups.slice(6).map((group) => Number.parseInt(group, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** The eight groups of an IPv6 address, without leading zeros. */
function expandGroups(address: string): string[] {
  // The URL parser writes IPv6 in its one shortest form, in hexadecimal alone.
  const shortest = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head, tail] = shortest.split('::').map((half) => (half === '' ? [] : half.split(':')));
  if (tail === undefined) return head;
  const zeros = Array<string>(8 - head.length - tail.length).fill('0');
  return [...head, ...zeros, ...tail];
}
