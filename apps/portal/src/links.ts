import type { Side } from '#ocds';
import type { Language } from './locale.js';

/** A path of the public site in the reader's language: Spanish at the root, English under `/en`. */
export function pathIn(language: Language, path: string): string {
  if (language === 'es') return path;
  return path === '/' ? '/en' : `/en${path}`;
}

/** The page of one contracting process. */
export function processPath(ocid: string): string {
  return `/procesos/${encodeSegment(ocid)}`;
}

/** What changed in a process between two of its releases; without `from`, since the one before. */
export function changesPath(ocid: string, { from, to }: { readonly from?: string; readonly to?: string } = {}): string {
  const asked = [
    ...(from === undefined ? [] : [`de=${encodeSegment(from)}`]),
    ...(to === undefined ? [] : [`a=${encodeSegment(to)}`]),
  ];
  return `${processPath(ocid)}/cambios${asked.length > 0 ? `?${asked.join('&')}` : ''}`;
}

/** The page of a process as it stood when one of its releases was its last. */
export function processAtPath(ocid: string, releaseId: string): string {
  return `${processPath(ocid)}?publicacion=${encodeSegment(releaseId)}`;
}

/** A process as a file. */
export function processFilePath(ocid: string, format: 'csv.zip' | 'xlsx' | 'pdf'): string {
  return `/descargas/procesos/${encodeSegment(ocid)}.${format}`;
}

/** The page of a supplier or a buyer. */
export function partyPath(side: Side, id: string): string {
  return `${side === 'buyer' ? '/compradores' : '/proveedores'}/${encodeSegment(id)}`;
}

/** The result list, with a query or without. */
export function searchPath(query = ''): string {
  return query === '' ? '/procesos' : `/procesos?q=${encodeSegment(query)}`;
}

/** The record package of a process. */
export function recordApiPath(ocid: string): string {
  return `/api/v1/records/${encodeSegment(ocid)}`;
}

/** The release package of one publication of a process. */
export function releaseApiPath(ocid: string, releaseId: string): string {
  return `/api/v1/releases/${encodeSegment(ocid)}/${encodeSegment(releaseId)}`;
}

/** An address from the data that may become a link: http and https only, `undefined` for anything else. */
export function webAddress(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}

// encodeURIComponent throws on a lone surrogate, which a hostile file can contain.
function encodeSegment(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
