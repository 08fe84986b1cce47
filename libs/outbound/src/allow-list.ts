import { BlockList, isIP } from 'node:net';
import { OutboundError } from './outbound-error.js';

/** What the operator lists as reachable although it is not public. */
export interface AllowList {
  /** A listed name may resolve to any address. */
  hasHost(host: string): boolean;
  hasAddress(address: string): boolean;
}

const HOST = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/;

/**
 * @param entries host names, addresses and networks (10.1.0.0/16, fd00::/8).
 * @throws OutboundError `ALLOW_LIST_INVALID`.
 */
export function readAllowList(entries: readonly string[]): AllowList {
  const hosts = new Set<string>();
  const addresses = new BlockList();
  for (const entry of entries) {
    const [address = '', bits, ...rest] = entry.toLowerCase().split('/');
    const family = familyOf(address);
    const most = family === 'ipv4' ? 32 : 128;
    if (!family && bits === undefined && HOST.test(address)) hosts.add(address);
    else if (family && bits === undefined) addresses.addAddress(address, family);
    else if (family && rest.length === 0 && /^\d{1,3}$/.test(bits!) && Number(bits) <= most)
      addresses.addSubnet(address, Number(bits), family);
    else throw invalid(entry);
  }
  return {
    hasHost: (host) => hosts.has(host.toLowerCase()),
    hasAddress: (address) => {
      const family = familyOf(address);
      return family !== undefined && addresses.check(address, family);
    },
  };
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  const version = isIP(address);
  if (version === 0) return undefined;
  return version === 4 ? 'ipv4' : 'ipv6';
}

function invalid(entry: string): OutboundError {
  return new OutboundError(
    'ALLOW_LIST_INVALID',
    `OUTBOUND_ALLOW: «${entry}» no es un nombre de servidor, una dirección ni una red.`,
    'Separar con comas entradas como archivos.interno.example, 10.1.2.3 o 10.1.0.0/16.',
  );
}
