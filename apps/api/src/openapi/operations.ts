import { BATCH_OPERATIONS } from './batch-operations.js';
import type { Operation } from './operation.js';
import { ref } from './schemas.js';
import { TRACKER_OPERATIONS } from './tracker-operations.js';

const problem = ref('Problem');

/**
 * Every operation of the API, by method and path. The controllers tell what is validated and who may ask; a test
 * compares this table with them, both ways, and makes each example.
 */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  'GET /api/v1/releases': {
    tag: 'data',
    summary: { es: 'Publicaciones, la más nueva primero', en: 'Releases, the newest first' },
    answers: { 200: ref('ReleasePackage'), 400: problem },
    examples: [
      { url: '/api/v1/releases?limit=2', status: 200 },
      { url: '/api/v1/releases?limit=0', status: 400 },
    ],
  },
  'GET /api/v1/releases/{ocid}/{releaseId}': {
    tag: 'data',
    summary: { es: 'Una publicación, como se publicó', en: 'One release, as it was published' },
    answers: { 200: ref('ReleasePackage'), 404: problem, 410: problem },
    examples: [
      { url: '/api/v1/releases/{ocid}/{releaseId}', status: 200 },
      { url: '/api/v1/releases/{ocid}/no-existe', status: 404 },
    ],
  },
  'GET /api/v1/records': {
    tag: 'data',
    summary: {
      es: 'Registros con su publicación compilada, el de actividad más reciente primero',
      en: 'Records with their compiled release, the most recently active first',
    },
    answers: { 200: ref('RecordPackage'), 400: problem },
    examples: [{ url: '/api/v1/records?limit=2', status: 200 }],
  },
  'GET /api/v1/records/{ocid}': {
    tag: 'data',
    summary: { es: 'El registro de un proceso, con sus versiones', en: 'The record of a process, with its versions' },
    answers: { 200: ref('RecordPackage'), 404: problem, 410: problem },
    examples: [
      { url: '/api/v1/records/{ocid}', status: 200 },
      { url: '/api/v1/records/no-existe', status: 404 },
    ],
  },
  'GET /api/v1/changes': {
    tag: 'data',
    summary: {
      es: 'Cada cambio una vez, en orden: para mantener una copia al día',
      en: 'Every change once, in order: for keeping a copy in step',
    },
    answers: { 200: ref('Changes'), 400: problem },
    examples: [{ url: '/api/v1/changes?after=0&limit=2', status: 200 }],
  },
  'GET /api/v1/processes': {
    tag: 'data',
    summary: { es: 'Búsqueda de procesos, con o sin acentos', en: 'Search of processes, with or without accents' },
    answers: { 200: ref('Processes'), 400: problem },
    examples: [{ url: '/api/v1/processes?q=licitacion&limit=2', status: 200 }],
  },
  'GET /api/v1/suppliers': {
    tag: 'data',
    summary: {
      es: 'Proveedores en cifras: por nombre, aunque esté mal escrito, por RFC o por año',
      en: 'Suppliers in figures: by name, also misspelt, by RFC or by year',
    },
    answers: { 200: ref('Parties'), 400: problem },
    examples: [
      { url: '/api/v1/suppliers?limit=2', status: 200 },
      { url: '/api/v1/suppliers?q=papeleria&year=2026', status: 200 },
      { url: '/api/v1/suppliers?year=mil', status: 400 },
    ],
  },
  'GET /api/v1/buyers': {
    tag: 'data',
    summary: { es: 'Compradores en cifras: por nombre, clave o año', en: 'Buyers in figures: by name, key or year' },
    answers: { 200: ref('Parties'), 400: problem },
    examples: [
      { url: '/api/v1/buyers?limit=2', status: 200 },
      { url: '/api/v1/buyers?cursor=nada', status: 400 },
    ],
  },
  'GET /api/v1/stats': {
    tag: 'data',
    summary: {
      es: 'Cuántos procesos hay de cada etapa, tipo, año, comprador…, con los filtros de la búsqueda',
      en: 'How many processes there are of each stage, type, year, buyer…, with the filters of the search',
    },
    answers: { 200: ref('Stats'), 400: problem },
    examples: [
      { url: '/api/v1/stats', status: 200 },
      { url: '/api/v1/stats?method=direct&year=2026', status: 200 },
      { url: '/api/v1/stats?awardedFrom=2026-02-31', status: 400 },
    ],
  },
  'GET /api/v1/metrics': {
    tag: 'data',
    summary: {
      es: 'Los indicadores del compromiso 7, con su fórmula y la huella de los datos',
      en: 'The metrics of commitment 7, with their formula and the hash of the data',
    },
    answers: { 200: ref('CommitmentMetrics') },
    examples: [{ url: '/api/v1/metrics', status: 200 }],
  },
  'GET /api/v1/metrics/{metric}': {
    tag: 'data',
    summary: {
      es: 'Un indicador, calculado de nuevo, con numerador y denominador',
      en: 'A metric, computed anew, with numerator and denominator',
    },
    answers: { 200: ref('CommitmentMetrics'), 404: problem },
    examples: [
      { url: '/api/v1/metrics/C7-07', status: 200 },
      { url: '/api/v1/metrics/no-existe', status: 404 },
    ],
  },
  ...BATCH_OPERATIONS,
  ...TRACKER_OPERATIONS,
  'GET /api/v1/reference/{kind}': {
    tag: 'reference',
    summary: {
      es: 'Leyes, umbrales, sujetos obligados y calendarios que regían un día',
      en: 'Laws, thresholds, obligated bodies and calendars that held on a day',
    },
    answers: { 200: ref('Reference'), 404: problem },
    examples: [{ url: '/api/v1/reference/no-existe', status: 404 }],
  },
  'GET /api/openapi.json': {
    tag: 'service',
    summary: { es: 'Esta descripción', en: 'This description' },
    answers: { 200: { type: 'object', required: ['openapi', 'paths'] } },
    examples: [{ url: '/api/openapi.json?lang=en', status: 200 }],
  },
  'GET /api/docs': {
    tag: 'service',
    summary: { es: 'Esta descripción, para leerse', en: 'This description, to be read' },
    answers: { 200: 'text/html' },
    examples: [{ url: '/api/docs', status: 200 }],
  },
  'GET /healthz': {
    tag: 'service',
    summary: { es: 'El proceso vive', en: 'The process lives' },
    answers: { 200: ref('Status') },
    examples: [{ url: '/healthz', status: 200 }],
  },
  'GET /readyz': {
    tag: 'service',
    summary: { es: 'Puede hacer su trabajo', en: 'It can do its work' },
    answers: { 200: ref('Status'), 503: ref('Status') },
    examples: [],
  },
  'GET /metrics': {
    tag: 'service',
    summary: { es: 'Métricas de Prometheus', en: 'Prometheus metrics' },
    answers: { 200: 'text/plain', 403: problem },
    examples: [{ url: '/metrics', status: 200 }],
  },
  'GET /schemas/extensions/{id}/{file}': {
    tag: 'service',
    summary: { es: 'Un archivo de una extensión de OCDS', en: 'A file of an OCDS extension' },
    answers: { 200: 'application/json', 404: problem },
    examples: [{ url: '/schemas/extensions/jalisco/extension.json', status: 200 }],
  },
  'GET /schemas/extensions/{id}/codelists/{file}': {
    tag: 'service',
    summary: { es: 'Una lista de códigos de una extensión', en: 'A codelist of an extension' },
    answers: { 200: 'text/csv', 404: problem },
    examples: [{ url: '/schemas/extensions/jalisco/codelists/no-existe.csv', status: 404 }],
  },
};
