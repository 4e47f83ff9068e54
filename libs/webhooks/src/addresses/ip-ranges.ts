import { BlockList, isIPv4 } from 'node:net';

/** Ranges of addresses, each as `address/bits`. */
export class IpRanges {
  private readonly list = new BlockList();

  /** @throws {Error} for what is no range */
  constructor(ranges: readonly string[]) {
    for (const range of ranges) {
      const [address, bits] = range.split('/');
      this.list.addSubnet(address, Number(bits), familyOf(address));
    }
  }

  contains(address: string): boolean {
    return this.list.check(address, familyOf(address));
  }
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv4(address) ? 'ipv4' : 'ipv6');
