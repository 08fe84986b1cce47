import type { ListedRoute } from './list-routes.js';
import type { Objects } from './other-objects.js';

/** A request for something of theirs. */
export interface Aimed {
  readonly route: ListedRoute;
  readonly path: string;
  readonly ids: readonly string[];
  readonly body?: URLSearchParams | FormData | undefined;
  /** The same request for the like of it that nobody has. */
  likeNobodys(): Aimed;
}

type Places = readonly (readonly string[])[];

/** What the parameters of an address lead to, by how the address begins. Shared by all: the references, the plans. */
const LEADS: readonly [pattern: RegExp, ids: (of: Objects) => Places][] = [
  [/^\/api\/v1\/batches\/:id/, ({ uploads }) => uploads.map((id) => [id])],
  [/^\/escritorio\/cargas\/:id/, ({ uploads }) => uploads.map((id) => [id])],
  [/^\/escritorio\/procesos\/:ocid/, ({ ocids }) => ocids.map((ocid) => [ocid])],
  [/^\/escritorio\/correcciones\/:id/, ({ correction }) => [[correction]]],
  [/^\/escritorio\/fuentes\/:id\/:action/, ({ source }) => SOURCE_ACTIONS.map((action) => [source, action])],
  [/^\/escritorio\/fuentes\/:id/, ({ source }) => [[source]]],
  [/^\/escritorio\/publicador\/:id/, ({ publisher }) => [[publisher]]],
  [/^\/escritorio\/usuarios\/:id\/:action/, ({ user }) => USER_ACTIONS.map((action) => [user, action])],
  [/^\/escritorio\/usuarios\/:id/, ({ user }) => [[user]]],
  [/^\/escritorio\/llaves\/:id/, ({ key }) => [[key]]],
  [/^\/escritorio\/referencias\/:kind/, () => []],
  [/^\/escritorio\/seguimiento\/:plan/, () => []],
  [/^\/api\/v1\/tracker\/plans\/:plan/, () => []],
];
const SOURCE_ACTIONS = ['correr', 'pausar', 'reanudar', 'quitar'];
const USER_ACTIONS = ['dar-papel', 'quitar-papel', 'deshabilitar', 'habilitar'];

/** Whatever a form may ask for, filled in well: only whose the thing is can be wrong. */
const FILLED = {
  motivo: 'Porque sí.',
  oficio: 'OF-1',
  paso: 'enviar',
  name: 'Otro nombre',
  policy: 'hold',
  corrections: 'direct',
  papel: 'administrator',
  organizacion: 'salud',
  publicador: 'salud',
  clase: 'http',
  url: 'https://salud.example/a.csv',
  every: '1d',
  tolerance: '2d',
};

/** Requests for all that an address leads to; undefined where the walk does not know what that is. */
export function aimedAt(route: ListedRoute, of: Objects, nobodys: Objects): readonly Aimed[] | undefined {
  if (!/[:*]/.test(route.url)) return [];
  const [, idsOf] = LEADS.find(([pattern]) => pattern.test(route.url)) ?? [];
  const body = route.method === 'POST' && route.url.startsWith('/escritorio') ? new URLSearchParams(FILLED) : undefined;
  const all = idsOf?.(of).map((ids, index): Aimed => {
    const likes = idsOf(nobodys);
    const like = likes.find(([, action]) => action !== undefined && action === ids[1]) ?? likes[0]!;
    const one = (values: readonly string[]): Aimed => {
      const left = [...values];
      const path = route.url.replaceAll(/:\w+/g, () => left.shift()!);
      return { route, path, ids: [values[0]!], body, likeNobodys: () => one(like) };
    };
    return one(index < 0 ? [] : ids);
  });
  return all;
}

const FILE = new Blob(['a,b\n1,2\n']);

function formWith(fields: Readonly<Record<string, string>>, file?: string): FormData | URLSearchParams {
  if (file === undefined) return new URLSearchParams(fields);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set(file, FILE, 'a.csv');
  return form;
}

type Form = (of: Objects) => {
  readonly query?: string;
  readonly body?: FormData | URLSearchParams;
  readonly id: string;
};

const NAMED: readonly [method: string, url: string, form: Form][] = [
  ['POST', '/escritorio/cargar', ({ publisher: id }) => ({ id, body: formWith({ publicador: id }, 'archivo') })],
  [
    'POST',
    '/escritorio/cargar',
    ({ uploads: [id] }) => ({ id: id!, body: formWith({ publicador: 'salud', reemplaza: id! }, 'archivo') }),
  ],
  ['GET', '/escritorio/cargar', ({ uploads: [id] }) => ({ id: id!, query: `reemplaza=${id}` })],
  [
    'POST',
    '/escritorio/llaves/nueva',
    ({ publisher: id }) => ({
      id,
      body: formWith({ nombre: 'x', organizacion: id, permisos: 'batch:read', dias: '30' }),
    }),
  ],
  [
    'POST',
    '/escritorio/usuarios/nuevo',
    ({ publisher: id }) => ({
      id,
      body: formWith({ nombre: 'x', correo: 'x@example.org', papel: 'publisher', organizacion: id }),
    }),
  ],
  [
    'POST',
    '/escritorio/fuentes/nueva',
    ({ publisher: id }) => ({ id, body: formWith({ ...FILLED, id: 'otra-csv', publicador: id }) }),
  ],
  ['POST', '/api/v1/batches', ({ publisher: id }) => ({ id, query: `publisher=${id}`, body: formWith({}, 'file') })],
  [
    'POST',
    '/api/v1/batches',
    ({ uploads: [id] }) => ({ id: id!, query: `replaces=${id}`, body: formWith({}, 'file') }),
  ],
];

/** Forms that name something of theirs. */
export const FORMS = (routes: readonly ListedRoute[], of: Objects, nobodys: Objects): readonly Aimed[] =>
  NAMED.map(([method, url, form]) => {
    const route = routes.find((one) => one.method === method && one.url === url)!;
    const one = (objects: Objects): Aimed => {
      const { query, body, id } = form(objects);
      return { route, path: query ? `${url}?${query}` : url, ids: [id], body, likeNobodys: () => one(nobodys) };
    };
    return one(of);
  });

/** Lists, narrowed to what is theirs. */
export const LISTS = (routes: readonly ListedRoute[], of: Objects, nobodys: Objects): readonly Aimed[] =>
  routes
    .filter(({ method, url }) => method === 'GET' && !/[:*]/.test(url))
    .map((route) => {
      const one = ({ publisher: id }: Objects): Aimed => {
        const names = route.url.startsWith('/api/') ? ['publisher'] : ['publicador', 'organizacion'];
        const query = names.map((name) => `${name}=${id}`).join('&');
        return { route, path: `${route.url}?${query}`, ids: [id], likeNobodys: () => one(nobodys) };
      };
      return one(of);
    });
