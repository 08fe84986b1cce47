import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { callbackify } from 'node:util';
import { type AllowList, readAllowList } from './allow-list.js';
import { OutboundError } from './outbound-error.js';
import { isPublicAddress } from './public-address.js';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** All addresses of a host name. */
export type Resolve = (host: string) => Promise<readonly ResolvedAddress[]>;

const WEB_PORTS: ReadonlySet<string> = new Set(['80', '443']);
const LOWEST_FREE_PORT = 1024;

/** Decides which servers may be reached. */
export interface OutboundGuard {
  /** @throws OutboundError `ADDRESS_FORBIDDEN` when the host is an address that may not be reached. */
  checkLiteral(host: string): void;
  /**
   * What listens on a low port other than the web's speaks something else (mail, a printer), and may take a request for
   * an order. @throws OutboundError `PORT_FORBIDDEN`, unless the operator lists the host.
   */
  checkPort(host: string, port: string): void;
  /**
   * For the `lookup` option of a socket: hands out only addresses that may be reached. The socket connects to what this
   * very call returned, so that a name that answers differently the next time gains nothing.
   */
  readonly lookup: LookupFunction;
}

/**
 * @param entries the operator's list: hosts, addresses and networks that may be reached although they are not public.
 * @param resolve asks the system's resolver unless told.
 * @throws OutboundError `ALLOW_LIST_INVALID`.
 */
export function createOutboundGuard(entries: readonly string[], resolve: Resolve = resolveBySystem): OutboundGuard {
  const allow = readAllowList(entries);
  const findPermitted = callbackify(permitted);
  return {
    checkLiteral(host) {
      const address = bare(host);
      if (isIP(address) !== 0 && !mayReach(allow, address, address)) throw forbidden(address);
    },
    checkPort(host, port) {
      if (port === '' || Number(port) >= LOWEST_FREE_PORT || WEB_PORTS.has(port)) return;
      if (!allow.hasHost(host) && !allow.hasAddress(bare(host))) throw forbiddenPort(port);
    },
    lookup: (host, options, callback) => {
      findPermitted(host, (error, found) => {
        if (error || options.all) callback(error, [...(found ?? [])]);
        else callback(null, found[0]!.address, found[0]!.family);
      });
    },
  };

  async function permitted(host: string): Promise<readonly ResolvedAddress[]> {
    const found = await resolve(host).catch((error: Error) => {
      throw unknownHost(host, error);
    });
    if (found.length === 0) throw unknownHost(host);
    const reachable = found.filter(({ address }) => mayReach(allow, host, address));
    if (reachable.length === 0) throw forbidden(host);
    return reachable;
  }
}

function mayReach(allow: AllowList, host: string, address: string): boolean {
  return isPublicAddress(address) || allow.hasHost(host) || allow.hasAddress(address);
}

/** A URL writes an IPv6 address in brackets. */
function bare(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}

function resolveBySystem(host: string): Promise<readonly ResolvedAddress[]> {
  return systemLookup(host, { all: true });
}

function forbidden(host: string): OutboundError {
  return new OutboundError(
    'ADDRESS_FORBIDDEN',
    `«${host}» es, o lleva a, una dirección que no es pública.`,
    'Si es un servidor propio, agregar su nombre o su red a OUTBOUND_ALLOW.',
  );
}

function forbiddenPort(port: string): OutboundError {
  return new OutboundError(
    'PORT_FORBIDDEN',
    `El puerto ${port} no es de un servidor web.`,
    'Si es un servidor propio, agregar su nombre o su dirección a OUTBOUND_ALLOW.',
  );
}

function unknownHost(host: string, cause?: Error): OutboundError {
  return new OutboundError('HOST_UNKNOWN', `No se encuentra el servidor «${host}».`, 'Revisar el nombre y el DNS.', {
    retryable: true,
    cause,
  });
}
