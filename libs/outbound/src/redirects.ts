import type { IncomingMessage } from 'node:http';
import { OutboundError } from './outbound-error.js';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Where an answer sends us, if it does. @throws OutboundError as `resolveLink`. */
export function nextAddress(answer: IncomingMessage, from: URL): URL | undefined {
  const { location } = answer.headers;
  if (!REDIRECTS.has(answer.statusCode ?? 0) || location === undefined) return undefined;
  return resolveLink(location, from);
}

/**
 * The address that a link or a redirect means, without its fragment.
 *
 * @throws OutboundError `URL_FORBIDDEN`, or `DOWNGRADE` when it leads from https to http.
 */
export function resolveLink(link: string, from: URL): URL {
  if (!URL.canParse(link, from.href)) throw forbiddenUrl(link);
  const next = new URL(link, from);
  next.hash = '';
  if (from.protocol === 'https:' && next.protocol === 'http:') {
    throw new OutboundError(
      'DOWNGRADE',
      `${from.href} lleva de https a http.`,
      'Avisar a quien administra la fuente: lo que se lee sin cifrar puede alterarse en el camino.',
    );
  }
  return next;
}

export function forbiddenUrl(address: string): OutboundError {
  return new OutboundError(
    'URL_FORBIDDEN',
    `No es una dirección http o https sin usuario ni contraseña: ${shown(address)}`,
    'Escribir la dirección completa; las credenciales van en una variable de entorno.',
  );
}

export function connectionFailed(url: URL, cause: Error): OutboundError {
  return new OutboundError(
    'CONNECTION_FAILED',
    `No hay conexión con ${url.host}: ${reasonOf(cause)}.`,
    'Suele pasar solo; si dura, avisar a quien administra la fuente.',
    { retryable: true, cause },
  );
}

/** A refused connection to a name with several addresses is an AggregateError without a message of its own. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return reasonOf(cause.errors[0]);
  return cause instanceof Error ? cause.message : String(cause);
}

/** Without what may be a password. */
function shown(address: string): string {
  return address.replace(/\/\/[^/@]*@/, '//…@').slice(0, 200);
}
