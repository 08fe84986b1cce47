import type { Bilingual } from '../bilingual.js';

interface Unreadable {
  readonly reason: Bilingual;
  readonly remedy: Bilingual;
}

const exportAgain: Bilingual = {
  es: 'Generar o descargar el archivo otra vez y comprobar que llegue completo.',
  en: 'Export or download the file again and check that it arrives whole.',
};

const useProfile: Bilingual = {
  es: 'Si son datos de contratación en tabla, usar un perfil de mapeo; si no, entregar el archivo JSON en OCDS.',
  en: 'If this is procurement data in a table, use a mapping profile; otherwise hand in the OCDS JSON file.',
};

/** Why an input cannot be read, and what to do about it: one entry per code of {@link UnreadableInputError}. */
export const unreadableReasons = {
  empty: {
    reason: { es: 'El archivo está vacío.', en: 'The file is empty.' },
    remedy: exportAgain,
  },
  html: {
    reason: { es: 'Parece una página HTML, no JSON.', en: 'This looks like an HTML page, not JSON.' },
    remedy: {
      es: 'El sitio quizá respondió con una página de error o de acceso: abrir la dirección en un navegador y descargar el JSON.',
      en: 'The site may have answered with an error or login page: open the address in a browser and download the JSON.',
    },
  },
  xml: {
    reason: { es: 'Parece XML, no JSON.', en: 'This looks like XML, not JSON.' },
    remedy: { es: 'Pedir a la fuente la versión JSON en OCDS.', en: 'Ask the source for the OCDS JSON version.' },
  },
  csv: {
    reason: { es: 'Parece una tabla CSV, no JSON.', en: 'This looks like a CSV table, not JSON.' },
    remedy: useProfile,
  },
  workbook: {
    reason: {
      es: 'Parece un libro de Excel u hoja de cálculo.',
      en: 'This looks like an Excel workbook or spreadsheet.',
    },
    remedy: useProfile,
  },
  archive: {
    reason: {
      es: 'Es un archivo comprimido en un formato que no se lee aquí (solo gzip).',
      en: 'This is an archive of a kind that is not read here (only gzip is).',
    },
    remedy: {
      es: 'Descomprimirlo y entregar los archivos JSON, solos o con gzip.',
      en: 'Unpack it and hand in the JSON files, plain or with gzip.',
    },
  },
  pdf: {
    reason: { es: 'Es un documento PDF.', en: 'This is a PDF document.' },
    remedy: {
      es: 'Entregar los datos de origen, no su versión impresa.',
      en: 'Hand in the source data, not its printed form.',
    },
  },
  binary: {
    reason: { es: 'Es un archivo binario, no texto JSON.', en: 'This is a binary file, not JSON text.' },
    remedy: { es: 'Entregar el archivo JSON en UTF-8.', en: 'Hand in the JSON file in UTF-8.' },
  },
  'utf-16': {
    reason: {
      es: 'El texto está en UTF-16 o UTF-32; JSON se intercambia en UTF-8 (RFC 8259 §8.1).',
      en: 'The text is in UTF-16 or UTF-32; JSON is exchanged in UTF-8 (RFC 8259 §8.1).',
    },
    remedy: { es: 'Guardarlo de nuevo con codificación UTF-8.', en: 'Save it again with the encoding UTF-8.' },
  },
  'invalid-utf-8': {
    reason: {
      es: 'Hay bytes que no son UTF-8 en un texto que hasta ahí sí lo era: mezcla codificaciones o está dañado.',
      en: 'There are bytes that are not UTF-8 in a text that was UTF-8 so far: it mixes encodings or is damaged.',
    },
    remedy: {
      es: 'Corregir ese punto o exportar todo el archivo en UTF-8.',
      en: 'Correct that place or export the whole file in UTF-8.',
    },
  },
  'not-json': {
    reason: {
      es: 'El texto no es JSON: debe empezar con «{» o «[».',
      en: 'The text is not JSON: it must begin with "{" or "[".',
    },
    remedy: {
      es: 'Comprobar que sea el archivo JSON y no un mensaje de error o código de programa que lo envuelve.',
      en: 'Check that it is the JSON file and not an error message or program code around it.',
    },
  },
  'not-ocds': {
    reason: {
      es: 'Es JSON, pero no OCDS: no hay publicaciones (releases), registros (records) ni «ocid».',
      en: 'This is JSON but not OCDS: there are no releases, no records and no "ocid".',
    },
    remedy: {
      es: 'Entregar un paquete de publicaciones o de registros OCDS 1.1; para otros formatos usar un perfil de mapeo.',
      en: 'Hand in an OCDS 1.1 release or record package; for other formats use a mapping profile.',
    },
  },
  syntax: {
    reason: { es: 'El JSON está mal formado', en: 'The JSON is malformed' },
    remedy: {
      es: 'Generar el archivo con una biblioteca de JSON; causas comunes: coma final, comillas simples, comentarios, NaN.',
      en: 'Write the file with a JSON library; common causes: a trailing comma, single quotes, comments, NaN.',
    },
  },
  truncated: {
    reason: { es: 'El archivo está cortado', en: 'The file is cut off' },
    remedy: exportAgain,
  },
  'trailing-content': {
    reason: {
      es: 'Después de un texto JSON completo sigue algo que no es otro texto JSON (objeto o arreglo).',
      en: 'After a complete JSON text comes something that is not another JSON text (object or array).',
    },
    remedy: {
      es: 'Quitar lo que sobra; varios textos se separan con saltos de línea (JSON Lines), sin comas.',
      en: 'Remove the rest; several texts are separated by line breaks (JSON Lines), without commas.',
    },
  },
  'duplicate-member': {
    reason: {
      es: 'Un objeto trae dos veces el mismo miembro de OCDS; no se sabe cuál vale',
      en: 'An object brings the same OCDS member twice; which of them counts cannot be known',
    },
    remedy: { es: 'Dejar un solo miembro con ese nombre.', en: 'Leave a single member of that name.' },
  },
  'too-deep': {
    reason: {
      es: 'Los objetos o arreglos están anidados más allá del límite',
      en: 'Objects or arrays are nested beyond the limit',
    },
    remedy: {
      es: 'Revisar cómo se genera el archivo: OCDS no pasa de unos veinte niveles.',
      en: 'Look into how the file is made: OCDS does not pass some twenty levels.',
    },
  },
  'element-too-large': {
    reason: { es: 'Un solo elemento pasa del tamaño permitido', en: 'A single element exceeds the size allowed' },
    remedy: {
      es: 'Repartir los datos en publicaciones más chicas dentro de «releases», o subir el límite si el tamaño es legítimo.',
      en: 'Spread the data over smaller releases within "releases", or raise the limit if the size is legitimate.',
    },
  },
  'too-large': {
    reason: {
      es: 'El archivo, ya descomprimido, pasa del tamaño permitido',
      en: 'The file, decompressed, exceeds the size allowed',
    },
    remedy: {
      es: 'Dividirlo, por ejemplo por año, o subir el límite.',
      en: 'Split it, for instance by year, or raise the limit.',
    },
  },
  'compression-ratio': {
    reason: {
      es: 'El gzip crece al descomprimirse más de lo que crecen los datos reales',
      en: 'The gzip grows on decompression more than real data does',
    },
    remedy: {
      es: 'Entregar el archivo sin comprimir, o subir el límite si la fuente es de confianza.',
      en: 'Hand in the file uncompressed, or raise the limit if the source is trusted.',
    },
  },
  gzip: {
    reason: { es: 'El gzip está dañado o cortado.', en: 'The gzip is damaged or cut off.' },
    remedy: exportAgain,
  },
} as const satisfies Record<string, Unreadable>;
