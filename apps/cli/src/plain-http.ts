import { isIP } from 'node:net';

/**
 * What to warn of where the product is told to be reached by plain http: passwords would travel in the open, and
 * browsers keep no session. Undefined where it is https, or this very machine.
 */
export function plainHttpWarning(publicUrl: string): string | undefined {
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol !== 'http:' || isThisMachine(hostname)) return undefined;
  return (
    `PUBLIC_URL es ${publicUrl}, sin cifrar: nadie podrá entrar al escritorio, porque los navegadores solo mandan ` +
    'la sesión por https. Poner un proxy con TLS delante y su dirección con https:// en PUBLIC_URL.'
  );
}

function isThisMachine(hostname: string): boolean {
  if (hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]') return true;
  return isIP(hostname) === 4 && hostname.startsWith('127.');
}
