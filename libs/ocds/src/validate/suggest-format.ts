import { isDateTime } from './is-date-time.js';
import { isUri } from './is-uri.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIMED = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?\s*(Z|z|[+-]\d{2}:?\d{2})?$/;
const LOCAL_DATE = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/;

/** Offset of Jalisco's civil time (no summer time since 2022). */
const OFFSET = '-06:00';
const LONGEST = 300;

/**
 * The date-time the writer probably meant by a text that is none, or `undefined`.
 * Dates alone become midnight in Jalisco; `31/03/2026` is read day first.
 */
export function suggestDateTime(text: string): string | undefined {
  const written = text.trim().slice(0, LONGEST);
  const candidate = fromDate(written) ?? fromTimed(written) ?? fromLocalDate(written);
  return candidate !== undefined && isDateTime(candidate) ? candidate : undefined;
}

/** The URI the writer probably meant (scheme added, spaces and accents escaped), or `undefined`. */
export function suggestUri(text: string): string | undefined {
  const written = text.trim();
  if (written === '' || written.length > LONGEST) return undefined;
  const candidate = escapeUri(
    /^(?:www\.|(?:[\w-]+\.)+(?:mx|com|org|net)\b)/i.test(written) ? `https://${written}` : written,
  );
  return candidate !== undefined && isUri(candidate) ? candidate : undefined;
}

function fromDate(text: string): string | undefined {
  return DATE.test(text) ? `${text}T00:00:00${OFFSET}` : undefined;
}

function fromTimed(text: string): string | undefined {
  const [whole, date, minutes, seconds = ':00', zone] = TIMED.exec(text) ?? [];
  return whole === undefined ? undefined : `${date}T${minutes}${seconds}${withColon(zone)}`;
}

function withColon(zone: string | undefined): string {
  if (zone === undefined) return OFFSET;
  return zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
}

function fromLocalDate(text: string): string | undefined {
  const [whole, day = '', month = '', year] = LOCAL_DATE.exec(text) ?? [];
  return whole === undefined ? undefined : fromDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function escapeUri(text: string): string | undefined {
  try {
    return encodeURI(text).replaceAll('%25', '%');
  } catch {
    return undefined; // half a surrogate pair cannot be encoded
  }
}
