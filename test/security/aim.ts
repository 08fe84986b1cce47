import type { Browser } from '../integration/access/people.js';
import type { ListedRoute } from './list-routes.js';
import { rawRequest } from './send-raw.js';
import { processFilters } from '../../apps/api/src/processes.controller.js';
import { pageProperties } from '../../apps/api/src/list-query.js';

/** One payload in one place of one route. */
export interface Shot {
  readonly place: string;
  readonly payload: string;
  readonly bytes: string;
}

/** Who may use what is closed: the desk by session, the API by key. */
export interface Intruder {
  readonly browser: Browser;
  readonly key: string;
}

/** Every name that some list takes, and one that none does. */
const PARAMETERS = [
  ...new Set([
    ...Object.keys(pageProperties),
    ...Object.keys(processFilters),
    'sort',
    'after',
    'volver',
    '_csrf',
    'unknown',
  ]),
];
const HEADERS = [
  'Host',
  'X-Forwarded-For',
  'X-Forwarded-Host',
  'X-Forwarded-Proto',
  'X-Request-Id',
  'Accept',
  'Accept-Language',
  'Cookie',
  'Authorization',
  'Origin',
  'Referer',
  'If-None-Match',
  'Range',
  'User-Agent',
  'X-Csrf-Token',
  'X-Http-Method-Override',
];
const FIELDS = ['correo', 'clave', 'repetida', 'actual', 'volver', '_csrf', 'unknown'];

/** Every payload in every place of every route; closed routes as somebody who may use them. */
export function aimAt(
  routes: readonly ListedRoute[],
  payloads: readonly string[],
  intruder: Intruder,
): readonly Shot[] {
  return routes.flatMap((route) => {
    const session = identityFor(route, intruder);
    return payloads.flatMap((payload) => [
      ...inPath(route, payload, session),
      ...inQuery(route, payload, session),
      ...inHeaders(route, payload, session),
      ...(route.method === 'GET' ? [] : inBody(route, payload, session)),
    ]);
  });
}

/** What is sent to the API's doors is taken in, whatever it is: a key is shown only where nothing is sent. */
function identityFor({ access, url, method }: ListedRoute, { browser, key }: Intruder): readonly string[] {
  if (access === 'public') return [];
  if (url.startsWith('/api/')) return method === 'GET' ? [`Authorization: Bearer ${key}`] : [];
  return [`Cookie: ${browser.cookie}`, `X-Csrf-Token: ${browser.csrf}`];
}

type Aim = (route: ListedRoute, payload: string, session: readonly string[]) => readonly Shot[];

/** In place of each parameter, and after the whole address: escaped, and as far as a request line can carry it bare. */
const inPath: Aim = (route, payload, session) => {
  const names = route.url.match(/:\w+|\*/g) ?? [];
  const written = [...new Set([escaped(payload), bare(payload)])];
  const shot = (path: string, where: string) => ({
    place: `${route.method} ${route.url} ${where}`,
    payload,
    bytes: rawRequest(route.method, path, session),
  });
  return written.flatMap((text) => [
    ...names.map((name) => shot(plain(route.url.replace(name, () => text)), `path ${name}`)),
    shot(`${plain(route.url)}/${text}`, 'path end'),
  ]);
};

const inQuery: Aim = (route, payload, session) => [
  ...PARAMETERS.map((name) => query(route, `${name}=${escaped(payload)}`, `query ${name}`, payload, session)),
  query(route, `${escaped(payload)}=x`, 'query name', payload, session),
  query(route, `q[${escaped(payload)}]=x&q=y&__proto__[polluted]=1`, 'query nested', payload, session),
];

function query(route: ListedRoute, text: string, where: string, payload: string, session: readonly string[]): Shot {
  const bytes = rawRequest(route.method, `${plain(route.url)}?${text}`, session);
  return { place: `${route.method} ${route.url} ${where}`, payload, bytes };
}

const inHeaders: Aim = (route, payload, session) =>
  HEADERS.map((name) => ({
    place: `${route.method} ${route.url} header ${name}`,
    payload,
    // A line break in a header begins another header, which is then the client's own and of no use to it.
    bytes: rawRequest(route.method, plain(route.url), [...session, `${name}: ${payload.replaceAll(/[\r\n]+/g, ' ')}`]),
  }));

const inBody: Aim = (route, payload, session) => {
  const shot = (where: string, type: string, body: string) => ({
    place: `${route.method} ${route.url} ${where}`,
    payload,
    bytes: rawRequest(route.method, plain(route.url), [...session, `Content-Type: ${type}`], body),
  });
  return [
    ...FIELDS.flatMap((name) => [
      shot(`form ${name}`, 'application/x-www-form-urlencoded', `${name}=${escaped(payload)}`),
      shot(`JSON ${name}`, 'application/json', JSON.stringify({ [name]: payload })),
    ]),
    shot('JSON name', 'application/json', `{${JSON.stringify(payload)}:{"polluted":true}}`),
    shot('JSON __proto__', 'application/json', '{"__proto__":{"polluted":true},"constructor":{"prototype":{}}}'),
    shot('text', 'application/json', payload),
    shot('content type', payload.replaceAll(/[\r\n]+/g, ' '), payload),
  ];
};

/** An address without parameters: objects that are there, or nobody has. */
function plain(url: string): string {
  return url
    .replaceAll(':ocid', 'ocds-xs1qbl-prueba-1')
    .replaceAll(':format', 'json')
    .replaceAll(/:\w+|\*/g, 'x');
}

function escaped(payload: string): string {
  return [...payload].map((one) => (/[\w%.-]/.test(one) ? one : percent(one))).join('');
}

/** What would end a request line is escaped; everything else goes as it is. */
function bare(payload: string): string {
  return [...payload].map((one) => (one === '\0' || /\s/.test(one) ? percent(one) : one)).join('');
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
