import { randomUUID } from 'node:crypto';

/** A UUID, hexadecimal digits, or a ULID: forms that hold nothing of a person. */
const WELL_FORMED = /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{16,64}|[0-7][0-9A-HJKMNP-TV-Z]{25})$/i;
/** https://www.w3.org/TR/trace-context/#traceparent-header */
const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}/;
const NO_TRACE = '0'.repeat(32);

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The id of a request: the one that its sender or a proxy gave it where that is well formed, else a new one. */
export function requestIdOf(headers: Headers): string {
  const given = headers['x-request-id'];
  if (typeof given === 'string' && WELL_FORMED.test(given)) return given;
  const { traceparent } = headers;
  const trace = typeof traceparent === 'string' ? TRACEPARENT.exec(traceparent)?.[1] : undefined;
  return trace && trace !== NO_TRACE ? trace : randomUUID();
}
