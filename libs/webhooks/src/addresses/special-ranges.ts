/**
 * IPv4 that is not the public Internet, by IANA's registry of special-purpose addresses, and the address at which
 * Azure's machines find their host's agent.
 */
export const SPECIAL_IPV4 = [
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // shared by customers of a carrier; metadata of Alibaba
  '127.0.0.0/8', // loopback
  '168.63.129.16/32', // Azure
  '169.254.0.0/16', // link-local; metadata of most clouds
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments; metadata of Oracle
  '192.0.2.0/24', // documentation
  '192.88.99.0/24', // relays to IPv6
  '192.168.0.0/16', // private
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, broadcast
];

/** The part of IPv6 that is handed out to the public ... */
export const GLOBAL_IPV6 = ['2000::/3'];

/** ... less what in it is not. */
export const SPECIAL_IPV6 = [
  '2001::/23', // protocol assignments; Teredo
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4: leads to IPv4 through a relay
  '3fff::/20', // documentation
];
