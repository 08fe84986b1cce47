import type { CommandEntry } from '../command.js';

/** Every command; its module is loaded when it is asked for, so that none waits for what it does not use. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'up',
    summary: 'todo el producto: base de datos, API, portal y publicación',
    serves: true,
    load: async () => (await import('./up.js')).up,
  },
  {
    name: 'api',
    summary: 'solo la API y el portal, para varios procesos o máquinas',
    serves: true,
    load: async () => (await import('./api.js')).api,
  },
  {
    name: 'worker',
    summary: 'solo la publicación, para varios procesos o máquinas',
    serves: true,
    load: async () => (await import('./worker.js')).worker,
  },
  {
    name: 'migrate',
    summary: 'lleva la base de datos y las colas a la versión más nueva',
    load: async () => (await import('./migrate.js')).migrate,
  },
  {
    name: 'ingest',
    summary: 'lee archivos, valida, guarda y pide su publicación',
    load: async () => (await import('./ingest.js')).ingest,
  },
  {
    name: 'connector',
    summary: 'da de alta fuentes que se leen solas, las corre y dice cómo van',
    load: async () => (await import('./connector.js')).connector,
  },
  {
    name: 'publisher',
    summary: 'da de alta publicadores y los enumera',
    load: async () => (await import('./publisher.js')).publisher,
  },
  {
    name: 'organisation',
    summary: 'da de alta las organizaciones en que se tienen papeles, y las enumera',
    load: async () => (await import('./organisation.js')).organisation,
  },
  {
    name: 'user',
    summary: 'cuentas del escritorio: altas, papeles, ligas para elegir contraseña, bajas',
    load: async () => (await import('./user.js')).user,
  },
  {
    name: 'key',
    summary: 'llaves de la API: las hace, las enumera y las revoca',
    load: async () => (await import('./key.js')).key,
  },
  {
    name: 'verify',
    summary: 'comprueba que nada falte, sobre ni difiera de lo recibido',
    load: async () => (await import('./verify.js')).verify,
  },
  {
    name: 'backup',
    summary: 'escribe un respaldo de todo, con el producto en marcha o detenido',
    load: async () => (await import('./backup.js')).backup,
  },
  {
    name: 'restore',
    summary: 'pone un respaldo en una base vacía, o en lugar de lo que hay',
    load: async () => (await import('./restore.js')).restore,
  },
  {
    name: 'config',
    summary: 'muestra los ajustes, de dónde viene cada uno y qué está mal',
    load: async () => (await import('./config.js')).config,
  },
  {
    name: 'tracker',
    summary: 'genera el Informe Anual con los datos del seguimiento de compromisos',
    load: async () => (await import('./tracker.js')).tracker,
  },
  {
    name: 'validate',
    summary: 'valida archivos OCDS y dice qué corregir, y dónde',
    load: async () => (await import('./validate.js')).validate,
  },
  {
    name: 'merge',
    summary: 'fusiona publicaciones por proceso, como JSON Lines',
    load: async () => (await import('./merge.js')).merge,
  },
  {
    name: 'package',
    summary: 'hace paquetes de publicaciones o de registros; los parte y los junta',
    load: async () => (await import('./package.js')).packageCommand,
  },
  {
    name: 'upgrade',
    summary: 'lleva publicaciones de OCDS 1.0 a 1.1, una por línea',
    load: async () => (await import('./upgrade.js')).upgrade,
  },
  {
    name: 'repair',
    summary: 'compone lo que se puede componer sin adivinar, y dice cada cambio',
    load: async () => (await import('./repair.js')).repair,
  },
  {
    name: 'flatten',
    summary: 'hace tablas (CSV, Excel, Parquet) de un archivo OCDS',
    load: async () => (await import('./flatten.js')).flatten,
  },
  {
    name: 'unflatten',
    summary: 'vuelve a hacer publicaciones OCDS (JSON Lines) de las tablas de «flatten»',
    load: async () => (await import('./unflatten.js')).unflatten,
  },
  {
    name: 'map',
    summary: 'convierte una hoja de cálculo en publicaciones OCDS, sin guardar nada',
    load: async () => (await import('./map.js')).map,
  },
  {
    name: 'explain',
    summary: 'dice de qué archivo, hoja y celda viene cada valor de un proceso',
    load: async () => (await import('./explain.js')).explain,
  },
  {
    name: 'annotate',
    summary: 'devuelve el archivo de un lote con una nota en cada celda por corregir',
    load: async () => (await import('./annotate.js')).annotate,
  },
  {
    name: 'remap',
    summary: 'convierte otra vez archivos guardados, con la versión actual de su perfil',
    load: async () => (await import('./remap.js')).remap,
  },
  {
    name: 'template',
    summary: 'escribe una plantilla de Excel vacía para un perfil de origen',
    load: async () => (await import('./template.js')).template,
  },
  {
    name: 'demo',
    summary: 'genera datos de demostración, inventados, como JSON Lines',
    load: async () => (await import('./demo.js')).demo,
  },
];
