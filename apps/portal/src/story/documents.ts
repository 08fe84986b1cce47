import { dayOf, partOf, partsOf, textOf } from '#ocds';
import type { Day, Document, Release, Stage } from '#ocds';
import { webAddress } from '../links.js';

/** A document of the process. `url` is set only where it may be linked. */
export interface DocumentLine {
  readonly stage: Stage;
  readonly title?: string;
  readonly type?: string;
  readonly day?: Day;
  readonly format?: string;
  readonly url?: string;
}

/** Every document, in the order of the stages. */
export function documentsOf(release: Release): readonly DocumentLine[] {
  const contracts = partsOf(release.contracts);
  return [
    ...linesOf('planning', partOf(release.planning)?.documents),
    ...linesOf('tender', partOf(release.tender)?.documents),
    ...partsOf(release.awards).flatMap(({ documents }) => linesOf('award', documents)),
    ...contracts.flatMap(({ documents }) => linesOf('contract', documents)),
    ...contracts.flatMap(({ implementation }) => linesOf('implementation', partOf(implementation)?.documents)),
  ];
}

function linesOf(stage: Stage, documents: readonly Document[] | undefined): readonly DocumentLine[] {
  return partsOf(documents).map((document) => lineOf(stage, document));
}

function lineOf(stage: Stage, document: Document): DocumentLine {
  return {
    stage,
    title: textOf(document.title) ?? textOf(document.description),
    type: textOf(document.documentType),
    day: dayOf(document.datePublished),
    format: formatName(textOf(document.format)),
    url: webAddress(textOf(document.url)),
  };
}

const OFFICE: Readonly<Record<string, string>> = {
  'application/msword': 'DOC',
  'application/vnd.ms-excel': 'XLS',
  'application/vnd.ms-powerpoint': 'PPT',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PPTX',
  'application/vnd.oasis.opendocument.text': 'ODT',
  'application/vnd.oasis.opendocument.spreadsheet': 'ODS',
  'text/plain': 'TXT',
};

// "application/pdf" → "PDF"; free text stays as it is.
function formatName(format: string | undefined): string | undefined {
  if (format === undefined) return undefined;
  const short = /^[a-z]+\/(?:x-)?([a-z0-9]{2,5})$/i.exec(format)?.[1];
  return OFFICE[format.toLowerCase()] ?? short?.toUpperCase() ?? format;
}
