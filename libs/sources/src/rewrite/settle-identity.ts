import { hasContent, isJsonObject, textOf, type JsonObject } from '#ocds';
import { contentHashOf } from '../identity/content-of.js';
import { normaliseNumber } from '../identity/normalise-number.js';
import { ocidOf } from '../identity/ocid-of.js';
import { releaseIdOf } from '../identity/release-id-of.js';
import type { Note } from './rewrite-change.js';

/** As registered; some publishers write theirs in capitals. https://standard.open-contracting.org/1.1/en/schema/identifiers/ */
const PREFIXED = /^ocds-[a-z0-9]{6}-/i;

/**
 * Makes an ocid of the process number that stands in the place of one: the publisher's prefix before it. The number as
 * it was stays as the id of the tender, where that has none.
 */
export function prefixOcid(release: JsonObject, prefix: string, note: Note): JsonObject {
  const before = release.ocid;
  const number = textOf(before);
  if (number === undefined || PREFIXED.test(number)) return release;
  const ocid = ocidOf(prefix, normaliseNumber(number));
  note({ pointer: '/ocid', rule: 'ocid-prefix', before, after: ocid, message: PREFIX });
  const { tender } = release;
  if (!isJsonObject(tender) || hasContent(tender.id)) return { ...release, ocid };
  note({ pointer: '/tender/id', rule: 'ocid-prefix', before: tender.id, after: number, message: NUMBER });
  return { ...release, ocid, tender: { id: number, ...tender, ...(tender.id !== undefined && { id: number }) } };
}

const PREFIX = {
  es: 'El ocid no tenía el prefijo registrado del publicador.',
  en: 'The ocid lacked the registered prefix of the publisher.',
};
const NUMBER = {
  es: 'La licitación no tenía id: lleva el número que el origen dio como ocid.',
  en: 'The tender had no id: it has the number that the source gave as ocid.',
};

/**
 * Gives the release an id of its content and date, where the source calls each release by its process: its id is the
 * ocid, the number in it, or none. An id that tells releases apart stays.
 */
export function identifyByContent(release: JsonObject, note: Note): JsonObject {
  const { ocid, date, id: before } = release;
  if (typeof ocid !== 'string' || typeof date !== 'string') return release;
  const id = textOf(before);
  if (id !== undefined && !`-${ocid}`.toLowerCase().endsWith(`-${normaliseNumber(id).toLowerCase()}`)) return release;
  const after = releaseIdOf(ocid, contentHashOf(release), date);
  note({ pointer: '/id', rule: 'release-id', before, after, message: CONTENT });
  return { ...release, id: after };
}

const CONTENT = {
  es: 'El origen da el mismo id a todas las publicaciones del proceso: se forma con su fecha y contenido.',
  en: 'The source gives every release of the process the same id: it is made of its date and content.',
};
