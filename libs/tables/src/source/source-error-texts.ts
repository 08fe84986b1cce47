import type { Bilingual } from '#ocds';
import type { SourceErrorCode } from './source-error.js';

/** Reason without its full stop, with {} for what was met; and what to do about it. */
export const SOURCE_ERROR_TEXTS: Readonly<Record<SourceErrorCode, Bilingual & { readonly remedy: Bilingual }>> = {
  ACTIVE_LINK: {
    es: 'El libro contiene un vínculo que pone en marcha otro programa ({}), que aquí no se admite',
    en: 'The workbook contains a link that starts another program ({}), which is not accepted here',
    remedy: {
      es: 'No abrir el archivo si no se conoce su origen; si es de confianza, pegar como valores las celdas con vínculos (DDE u OLE), romper los vínculos (Datos → Editar vínculos) y guardarlo de nuevo.',
      en: 'Do not open the file if its origin is unknown; if it is trusted, paste the cells with links (DDE or OLE) as values, break the links (Data → Edit Links) and save it again.',
    },
  },
  CELL_TOO_LONG: {
    es: 'Una celda pasa de {} caracteres',
    en: 'A cell is longer than {} characters',
    remedy: {
      es: 'Quitar de la celda lo que no es un dato: suele ser un archivo pegado o unas comillas sin cerrar.',
      en: 'Take out of the cell what is no data: it usually is a pasted file or an unclosed quote.',
    },
  },
  CSV_BROKEN: {
    es: 'Unas comillas quedan abiertas',
    en: 'A quote is left open',
    remedy: {
      es: 'El archivo está cortado o mal escrito; cerrar las comillas de esa línea o volver a exportarlo.',
      en: 'The file is cut short or badly written; close the quote of that line or export it again.',
    },
  },
  EMPTY_FILE: {
    es: 'El archivo está vacío',
    en: 'The file is empty',
    remedy: { es: 'Volver a exportarlo y a enviarlo.', en: 'Export it and send it again.' },
  },
  ENCRYPTED: {
    es: 'El libro está protegido con contraseña',
    en: 'The workbook is protected by a password',
    remedy: {
      es: 'Quitarle la contraseña de apertura (Archivo → Información → Proteger libro) y guardarlo de nuevo.',
      en: 'Remove the password to open (File → Info → Protect Workbook) and save it again.',
    },
  },
  FILE_TOO_LARGE: {
    es: 'El archivo es demasiado grande: pasa de {}',
    en: 'The file is too large: more than {}',
    remedy: {
      es: 'Guardarlo como .xlsx o CSV UTF-8, o partirlo en varios.',
      en: 'Save it as .xlsx or CSV UTF-8, or split it.',
    },
  },
  GZIP_BROKEN: {
    es: 'El archivo comprimido (.gz) está dañado o cortado',
    en: 'The compressed file (.gz) is damaged or cut short',
    remedy: { es: 'Volver a comprimirlo o a enviarlo.', en: 'Compress it or send it again.' },
  },
  MACROS: {
    es: 'El libro contiene macros ({}), que aquí no se admiten',
    en: 'The workbook contains macros ({}), which are not accepted here',
    remedy: { es: 'Guardarlo como .xlsx, sin macros.', en: 'Save it as .xlsx, without macros.' },
  },
  NO_SHEET: {
    es: 'El libro no tiene la hoja «{}»',
    en: 'The workbook has no sheet "{}"',
    remedy: { es: 'Revisar el nombre de la hoja.', en: 'Check the name of the sheet.' },
  },
  NOT_A_TABLE: {
    es: 'No es una hoja de cálculo ni un CSV: es {}',
    en: 'It is neither a spreadsheet nor CSV: it is {}',
    remedy: {
      es: 'Abrirlo en una hoja de cálculo y guardarlo como .xlsx o CSV UTF-8, o indicar el archivo de donde salió; si es OCDS en JSON, usar «c7 ingest».',
      en: 'Open it in a spreadsheet program and save it as .xlsx or CSV UTF-8, or name the file it was made from; if it is OCDS in JSON, use "c7 ingest".',
    },
  },
  TOO_MANY_CELLS: {
    es: 'La hoja pasa de {} celdas',
    en: 'The sheet has more than {} cells',
    remedy: {
      es: 'Borrar las filas y columnas vacías que están fuera de la tabla, o partirla en varios archivos.',
      en: 'Delete the empty rows and columns outside the table, or split it into several files.',
    },
  },
  TOO_MANY_COLUMNS: {
    es: 'La tabla pasa de {} columnas',
    en: 'The table has more than {} columns',
    remedy: {
      es: 'Borrar lo que haya a la derecha de la tabla; en un CSV, revisar los saltos de línea y el separador.',
      en: 'Delete what stands to the right of the table; in CSV, check line ends and separator.',
    },
  },
  TOO_MANY_SHEETS: {
    es: 'El libro pasa de {} hojas',
    en: 'The workbook has more than {} sheets',
    remedy: {
      es: 'Dejar en el libro solo las hojas de la tabla, o partirlo en varios.',
      en: 'Keep only the sheets of the table in the workbook, or split it.',
    },
  },
  UNSAFE_XML: {
    es: 'El libro declara entidades o un tipo de documento en su XML ({}), como ninguna hoja de cálculo lo hace',
    en: 'The workbook declares entities or a document type in its XML ({}), as no spreadsheet program does',
    remedy: {
      es: 'No abrir el archivo si no se conoce su origen; si es de confianza, guardarlo de nuevo en una hoja de cálculo.',
      en: 'Do not open the file if its origin is unknown; if it is trusted, save it again in a spreadsheet program.',
    },
  },
  WORKBOOK_BROKEN: {
    es: 'El libro de Excel está dañado o cortado: {}',
    en: 'The Excel workbook is damaged or cut short: {}',
    remedy: {
      es: 'Abrirlo en una hoja de cálculo, guardarlo como .xlsx y volver a enviarlo.',
      en: 'Open it in a spreadsheet program, save it as .xlsx and send it again.',
    },
  },
  ZIP_BOMB: {
    es: 'El archivo comprimido se expande sin medida: {}',
    en: 'The compressed file expands beyond measure: {}',
    remedy: {
      es: 'Guardarlo de nuevo sin filas ni formatos de más, o partirlo en varios.',
      en: 'Save it again without needless rows and formats, or split it.',
    },
  },
};
