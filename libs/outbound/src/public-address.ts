import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** https://www.iana.org/assignments/iana-ipv4-special-registry/ and multicast. */
const SPECIAL_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** Unicast that is routed: everything else, IPv4-mapped and the NAT64 prefixes included, lies outside 2000::/3. */
const ROUTED_V6 = '2000::/3';
/** https://www.iana.org/assignments/iana-ipv6-special-registry/: Teredo and its neighbours, documentation, 6to4. */
const SPECIAL_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const specialV4 = blockOf(SPECIAL_V4, 'ipv4');
const routedV6 = blockOf([ROUTED_V6], 'ipv6');
const specialV6 = blockOf(SPECIAL_V6, 'ipv6');

/** Whether an IP address is one of the public Internet. What is no address is not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !specialV4.check(address, 'ipv4');
  if (!isIPv6(address) || address.includes('%')) return false;
  return routedV6.check(address, 'ipv6') && !specialV6.check(address, 'ipv6');
}

function blockOf(networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const block = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    block.addSubnet(address, Number(bits), family);
  }
  return block;
}
