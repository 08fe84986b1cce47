import type { Document } from '#ocds';
import { type DocumentCode, documentTitles } from './catalogue.js';
import { dateTime, type Instant } from './calendar.js';
import type { Blueprint } from './draw/blueprint.js';
import { unless } from './unless.js';

/** Out: a document of the process, dated `at`; `mark` tells documents of one kind apart. Nothing answers at its URL. */
export function document({ ocid, number, dirt }: Blueprint, code: DocumentCode, at: Instant, mark = ''): Document {
  const id = mark === '' ? code : `${code}-${mark}`;
  return {
    id,
    documentType: code,
    title: `${documentTitles[code]} ${number}`,
    ...unless(dirt.has('documentWithoutUrl'), { url: `https://demo.example/documentos/${ocid}/${id}.pdf` }),
    datePublished: dateTime(at),
    format: 'application/pdf',
    language: 'es',
  };
}
