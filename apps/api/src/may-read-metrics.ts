import { createHash, timingSafeEqual } from 'node:crypto';
import { BlockList, isIPv6 } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** What proxies add. A proxy on this machine asks from this machine, for whoever asked it. */
const PROXIED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

interface Asking {
  readonly ip: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** With a token, who shows it; without one, programs on this machine that ask directly. */
export function mayReadMetrics({ ip, headers }: Asking, token: string | undefined): boolean {
  if (token !== undefined)
    return typeof headers.authorization === 'string' && isSame(headers.authorization, `Bearer ${token}`);
  return loopback.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4') && !PROXIED.some((name) => name in headers);
}

/** By hashes of the same length, so that the time it takes tells nothing of the token. */
function isSame(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
