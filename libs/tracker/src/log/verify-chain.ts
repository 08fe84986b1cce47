import type { Bilingual } from '#ocds';
import { EMPTY_LOG, hashOf, type LogHead, type StatusEvent } from './status-event.js';

export type ChainFaultCode = 'GAP' | 'LINK' | 'ALTERED' | 'CUT';

/** The first place where a log is not whole. */
export interface ChainFault {
  readonly code: ChainFaultCode;
  readonly seq: number;
  readonly message: Bilingual;
}

export type ChainVerdict =
  { readonly ok: true; readonly head: LogHead } | { readonly ok: false; readonly fault: ChainFault };

/**
 * Walks a log from its first line: numbers without gaps, each line chained to the one before and equal to its hash.
 *
 * @param published the end of the log as it was published or stored elsewhere; without it lines cut off at the end are
 *   not missed
 */
export function verifyChain(events: Iterable<StatusEvent>, published?: LogHead): ChainVerdict {
  let head = EMPTY_LOG;
  for (const event of events) {
    const code = faultOf(event, head);
    if (code) return broken(code, event.seq);
    if (published?.seq === event.seq && published.hash !== event.hash) return broken('ALTERED', event.seq);
    head = { seq: event.seq, hash: event.hash };
  }
  return published && head.seq < published.seq ? broken('CUT', head.seq + 1) : { ok: true, head };
}

function faultOf(event: StatusEvent, head: LogHead): ChainFaultCode | undefined {
  const { hash, ...line } = event;
  if (event.seq !== head.seq + 1) return 'GAP';
  if (event.prevHash !== head.hash) return 'LINK';
  return hashOf(line) === hash ? undefined : 'ALTERED';
}

function broken(code: ChainFaultCode, seq: number): ChainVerdict {
  const { es, en } = MESSAGES[code];
  return { ok: false, fault: { code, seq, message: { es: `${es} ${seq}.`, en: `${en} ${seq}.` } } };
}

const MESSAGES: Readonly<Record<ChainFaultCode, Bilingual>> = {
  GAP: { es: 'Faltan líneas antes de la', en: 'Lines are missing before line' },
  LINK: { es: 'No sigue a la línea anterior la', en: 'The line before is not the one followed by line' },
  ALTERED: { es: 'Se alteró la línea', en: 'Someone altered line' },
  CUT: { es: 'Se cortaron las líneas desde la', en: 'Lines were cut off from line' },
};
