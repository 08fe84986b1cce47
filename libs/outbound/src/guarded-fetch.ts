import { request as requestHttp, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { defaultLimits, type FetchLimits } from './fetch-limits.js';
import { OutboundError } from './outbound-error.js';
import type { OutboundGuard } from './outbound-guard.js';
import { openBody } from './open-body.js';
import { connectionFailed, forbiddenUrl, nextAddress } from './redirects.js';
import { startWatch, type Watch } from './watch.js';

export interface FetchOptions extends Partial<FetchLimits> {
  /** GET unless told. HEAD asks whether a link still leads somewhere; POST tells others of something. */
  readonly method?: 'GET' | 'HEAD' | 'POST';
  /** What a POST says. It is never said again elsewhere: the answer to a POST is returned even when it redirects. */
  readonly content?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** Host names that may be visited, redirects included; any when not given. Addresses are guarded all the same. */
  readonly hosts?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** An answer whose head is read. Its body must be read to the end, left early or discarded. */
export interface OutboundResponse {
  readonly status: number;
  /** Where the last redirect led. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** Decoded. @throws OutboundError `TOO_LARGE`, `TIMEOUT` or `BODY_BROKEN` while it is read. */
  readonly body: AsyncIterable<Buffer>;
  discard(): void;
}

const MOST_REDIRECTS = 5;
const USER_AGENT = 'compromiso7/1.0';

/**
 * Asks a server of the outside. Every hop is guarded anew: scheme, host, and the very address that is connected to.
 *
 * @throws OutboundError; an aborted signal throws its reason.
 */
export async function guardedFetch(
  guard: OutboundGuard,
  address: string,
  options: FetchOptions = {},
): Promise<OutboundResponse> {
  const limits = { ...defaultLimits, ...defined(options) };
  const watch = startWatch(limits, options.signal);
  try {
    return await follow(guard, address, options, { limits, watch });
  } catch (error) {
    watch.end();
    throw watch.reason() ?? error;
  }
}

interface Terms {
  readonly limits: FetchLimits;
  readonly watch: Watch;
}

async function follow(guard: OutboundGuard, address: string, options: FetchOptions, terms: Terms) {
  const visited = new Set<string>();
  let url = checkUrl(guard, address, options);
  let { headers = {} } = options;
  for (;;) {
    visited.add(url.href);
    const answer = await ask(guard, url, { ...options, headers }, terms.watch);
    const next = options.method === 'POST' ? undefined : nextAddress(answer, url);
    if (!next) return asResponse(answer, url, terms);
    answer.destroy();
    if (visited.has(next.href)) throw loop(next);
    if (visited.size > MOST_REDIRECTS) throw tooMany(next);
    if (next.origin !== url.origin) headers = withoutSecrets(headers);
    url = checkUrl(guard, next.href, options);
  }
}

function checkUrl(guard: OutboundGuard, address: string, { hosts }: FetchOptions): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) throw forbiddenUrl(address);
  if (hosts && !hosts.some((host) => host.toLowerCase() === url.hostname)) {
    throw new OutboundError(
      'HOST_NOT_LISTED',
      `La fuente lleva a «${url.hostname}», que no está entre sus servidores.`,
      'Si es de confianza, agregarlo con --host.',
    );
  }
  guard.checkLiteral(url.hostname);
  guard.checkPort(url.hostname, url.port);
  return url;
}

function ask(guard: OutboundGuard, url: URL, options: FetchOptions, watch: Watch): Promise<IncomingMessage> {
  const { method = 'GET', content, headers } = options;
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const sent = { 'user-agent': USER_AGENT, accept: '*/*', 'accept-encoding': 'gzip', ...headers };
  return new Promise((resolve, reject) => {
    watch.connecting();
    const asking = request(url, { method, agent: false, lookup: guard.lookup, headers: sent, signal: watch.signal });
    asking.on('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', watch.alive);
    });
    asking.on('error', (error) => reject(error instanceof OutboundError ? error : connectionFailed(url, error)));
    asking.on('response', (answer) => {
      watch.alive();
      resolve(answer);
    });
    asking.end(content);
  });
}

function asResponse(answer: IncomingMessage, url: URL, { limits, watch }: Terms): OutboundResponse {
  return {
    status: answer.statusCode ?? 0,
    url: url.href,
    headers: answer.headers,
    body: openBody(answer, limits.maxBytes, watch),
    discard: () => {
      answer.destroy();
      watch.end();
    },
  };
}

/** What was meant for one server is not for the next. */
function withoutSecrets(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const isSecret = (name: string) => /^(authorization|cookie|proxy-authorization)$/i.test(name);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !isSecret(name)));
}

function defined(options: Partial<FetchLimits>): Partial<FetchLimits> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function loop(url: URL): OutboundError {
  return new OutboundError(
    'REDIRECT_LOOP',
    `La fuente redirige en círculo: ${url.href}`,
    'Avisar a quien administra la fuente.',
  );
}

function tooMany(url: URL): OutboundError {
  return new OutboundError(
    'TOO_MANY_REDIRECTS',
    `Más de ${MOST_REDIRECTS} redirecciones, hasta ${url.href}`,
    'Dar de alta la dirección final.',
  );
}
