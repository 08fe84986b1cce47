import type { Bilingual } from '#ocds';

export type SourceNoticeCode =
  | 'ENCODING_GUESSED'
  | 'EMBEDDED_OBJECTS'
  | 'EXTERNAL_LINKS'
  | 'MERGED_CELLS'
  | 'SHORT_ROW'
  | 'STRAY_QUOTE'
  | 'SURPLUS_CELLS';

/** Something about a file that its publisher may want to know, and that does not stop the reading. */
export interface SourceNotice {
  readonly code: SourceNoticeCode;
  readonly sheet?: string;
  readonly row?: number;
  /** From 0. */
  readonly column?: number;
  readonly reason: Bilingual;
}

export interface NoticePlace {
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: number;
}

export interface SourceNotices {
  readonly list: readonly SourceNotice[];
  /** A second notice of a code about one place is dropped: sheets are read more than once. */
  add(code: SourceNoticeCode, place?: NoticePlace, found?: string): void;
}

/** Notices of one code about one sheet; a sheet that is wrong throughout says no more by a million of them. */
const MOST = 1_000;

export function createNotices(): SourceNotices {
  const list: SourceNotice[] = [];
  const known = new Set<string>();
  const counts = new Map<string, number>();
  return {
    list,
    add(code, place = {}, found = '') {
      const kind = `${code} ${place.sheet ?? ''}`;
      const count = counts.get(kind) ?? 0;
      const key = `${kind} ${place.row} ${place.column}`;
      if (count >= MOST || known.has(key)) return;
      known.add(key);
      counts.set(kind, count + 1);
      list.push({ code, ...place, reason: reasonOf(code, found, count + 1 === MOST) });
    },
  };
}

function reasonOf(code: SourceNoticeCode, found: string, isLast: boolean): Bilingual {
  const { es, en } = REASONS[code];
  const [more, moreInEnglish] = isLast ? [' (y puede haber más)', ' (and there may be more)'] : ['', ''];
  return { es: es.replace('{}', () => found) + more, en: en.replace('{}', () => found) + moreInEnglish };
}

const REASONS: Readonly<Record<SourceNoticeCode, Bilingual>> = {
  ENCODING_GUESSED: {
    es: 'El archivo no está en UTF-8; se leyó como {}. Revisar que los acentos se vean bien.',
    en: 'The file is not in UTF-8; it was read as {}. See that accented letters are right.',
  },
  EMBEDDED_OBJECTS: {
    es: 'El libro lleva objetos incrustados ({}); no se abren.',
    en: 'The workbook embeds objects ({}); they are not opened.',
  },
  EXTERNAL_LINKS: {
    es: 'El libro remite a otros archivos o fuentes ({}); no se consultan, y no se publica ninguna celda que tome su valor de ellos.',
    en: 'The workbook links to other files or sources ({}); they are not visited, and no cell that takes its value from them is published.',
  },
  MERGED_CELLS: {
    es: 'La hoja tiene celdas combinadas ({}); el valor pertenece solo a la primera de cada grupo.',
    en: 'The sheet has merged cells ({}); the value belongs only to the first of each group.',
  },
  SHORT_ROW: {
    es: 'La fila tiene menos celdas ({}) que la tabla; las que faltan se tomaron por vacías.',
    en: 'The row has fewer cells ({}) than the table; the missing ones were taken as blank.',
  },
  STRAY_QUOTE: {
    es: 'La celda tiene comillas sin duplicar; se leyeron como parte del texto.',
    en: 'The cell has quotes that are not doubled; they were read as part of the text.',
  },
  SURPLUS_CELLS: {
    es: 'La fila tiene más celdas ({}) que la tabla; se conservan. Puede haber un separador dentro de un texto sin comillas.',
    en: 'The row has more cells ({}) than the table; they are kept. A separator may stand in a text without quotes.',
  },
};
