import type { Bilingual } from '../bilingual.js';

interface NoticeText {
  /** `left-out`: what stands there was not yielded. `read`: it was, in the way the reason tells. */
  readonly effect: 'left-out' | 'read';
  readonly reason: Bilingual;
  readonly remedy: Bilingual;
}

/** What a reading can give notice of: one entry per code. */
export const noticeTexts = {
  'windows-1252': {
    effect: 'read',
    reason: {
      es: 'El texto no es UTF-8: se leyó como windows-1252 desde el byte indicado; todo lo anterior es ASCII.',
      en: 'The text is not UTF-8: it was read as windows-1252 from this byte on; all before it is ASCII.',
    },
    remedy: {
      es: 'Revisar los acentos y pedir a la fuente que publique en UTF-8 (RFC 8259 §8.1).',
      en: 'Check the accents and ask the source to publish in UTF-8 (RFC 8259 §8.1).',
    },
  },
  'not-an-object': {
    effect: 'left-out',
    reason: {
      es: 'Donde va una publicación o un registro hay un valor que no es un objeto.',
      en: 'Where a release or record belongs stands a value that is not an object.',
    },
    remedy: { es: 'Quitar ese valor de la lista.', en: 'Remove that value from the list.' },
  },
  'not-a-list': {
    effect: 'left-out',
    reason: {
      es: 'El miembro debe ser una lista de objetos y no lo es.',
      en: 'The member must be a list of objects and is not.',
    },
    remedy: {
      es: 'Publicar «releases» y «records» siempre como listas, aunque traigan un solo elemento.',
      en: 'Always publish "releases" and "records" as lists, even of a single element.',
    },
  },
  'not-a-release': {
    effect: 'left-out',
    reason: {
      es: 'El objeto no es una publicación, un registro ni un paquete: no trae «ocid», etapas ni listas de OCDS.',
      en: 'The object is no release, record or package: it has no "ocid", no stages and no OCDS lists.',
    },
    remedy: {
      es: 'Comprobar que el archivo sea el de datos OCDS.',
      en: 'Check that the file is the one with the OCDS data.',
    },
  },
  'record-without-releases': {
    effect: 'left-out',
    reason: {
      es: 'El registro no trae publicaciones (solo enlaces, o nada) ni «compiledRelease»: no hay qué leer.',
      en: 'The record has no releases (only links, or nothing) and no "compiledRelease": there is nothing to read.',
    },
    remedy: {
      es: 'Descargar los paquetes de publicaciones a los que enlaza y entregarlos.',
      en: 'Download the release packages it links to and hand them in.',
    },
  },
  'linked-release': {
    effect: 'left-out',
    reason: {
      es: 'El registro mezcla publicaciones incluidas y enlaces a publicaciones; los enlaces no se siguen.',
      en: 'The record mixes embedded releases and links to releases; links are not followed.',
    },
    remedy: {
      es: 'Descargar las publicaciones enlazadas y entregarlas, o incluirlas todas en el registro.',
      en: 'Download the linked releases and hand them in, or embed all of them in the record.',
    },
  },
  'compiled-release': {
    effect: 'read',
    reason: {
      es: 'Se tomó una publicación compilada como una sola publicación: su etiqueta se cambió por las de las etapas que trae.',
      en: 'A compiled release was taken as one release: its tag was replaced by those of the stages it has.',
    },
    remedy: {
      es: 'Si existen las publicaciones originales, entregarlas: conservan la historia que la compilada ya no tiene.',
      en: 'If the original releases exist, hand them in: they keep the history that the compiled one has lost.',
    },
  },
  'versioned-release': {
    effect: 'left-out',
    reason: {
      es: 'Una publicación versionada (versionedRelease) no puede leerse como publicación.',
      en: 'A versioned release cannot be read as a release.',
    },
    remedy: {
      es: 'Entregar las publicaciones originales o la «compiledRelease».',
      en: 'Hand in the original releases or the "compiledRelease".',
    },
  },
  'unclear-wrapper': {
    effect: 'left-out',
    reason: {
      es: 'El objeto trae «ocid» después de una lista «data» o «results»: se leyó como envoltura de publicaciones y no como publicación.',
      en: 'The object has "ocid" after a list "data" or "results": it was read as a wrapper of releases, not as a release.',
    },
    remedy: {
      es: 'Poner «ocid» antes que los miembros que OCDS no conoce.',
      en: 'Put "ocid" before the members that OCDS does not know.',
    },
  },
  'unstorable-text': {
    effect: 'read',
    reason: {
      es: 'La publicación trae el carácter nulo (\\u0000) o medio par sustituto: I-JSON no los admite y PostgreSQL no los guarda.',
      en: 'The release holds the null character (\\u0000) or half a surrogate pair: I-JSON bans them, PostgreSQL cannot keep them.',
    },
    remedy: {
      es: 'Quitar esos caracteres en la fuente; el documento se conserva igual, los campos de búsqueda no.',
      en: 'Remove those characters at the source; the document is kept as it is, search fields cannot be.',
    },
  },
  'no-releases': {
    effect: 'read',
    reason: {
      es: 'El archivo se leyó completo y no trae ninguna publicación.',
      en: 'The file was read to its end and brings no release.',
    },
    remedy: {
      es: 'Si se esperaban datos, revisar el periodo o filtro con que se pidió.',
      en: 'If data was expected, check the period or filter it was asked for with.',
    },
  },
} as const satisfies Record<string, NoticeText>;
