import { faultFields } from './fault-fields.js';
import { requestScope } from './request-scope.js';
import { scrub } from './scrub.js';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What a line tells beside its message: few, flat, named the same everywhere; `error` is told by its name and code. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Writes one line per call. */
export type Log = Readonly<Record<LogLevel, (message: string, fields?: LogFields) => void>>;

export interface LogOptions {
  readonly level: LogLevel;
  readonly format: 'json' | 'text';
  readonly write: (line: string) => void;
  readonly now?: () => Date;
}

/** A line of the log, before it is text. */
export interface LogEntry {
  readonly time: string;
  readonly level: LogLevel;
  readonly message: string;
  readonly requestId: string | undefined;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
}

/** A log whose every text is scrubbed, and whose lines name the request they belong to. */
export function createLog({ level, format, write, now = () => new Date() }: LogOptions): Log {
  const render = format === 'json' ? asJson : asText;
  const lowest = LOG_LEVELS.indexOf(level);
  const writer =
    (at: LogLevel) =>
    (message: string, fields: LogFields = {}) => {
      if (LOG_LEVELS.indexOf(at) < lowest) return;
      const requestId = requestScope.getStore();
      const entry = { time: now().toISOString(), level: at, message: scrub(message), requestId, fields: flat(fields) };
      write(`${render(entry)}\n`);
    };
  return { debug: writer('debug'), info: writer('info'), warn: writer('warn'), error: writer('error') };
}

function flat({ error, ...fields }: LogFields): LogEntry['fields'] {
  const all = { ...fields, ...(error !== undefined && faultFields(error)) };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => {
      if (value === undefined || value === null) return [];
      return [[name, typeof value === 'number' || typeof value === 'boolean' ? value : scrub(String(value))]];
    }),
  );
}

function asJson({ time, level, message, requestId, fields }: LogEntry): string {
  return JSON.stringify({ time, level, message, requestId, ...fields });
}

/** For a person at a terminal: no date, no request, and what is to be told without a label stands alone. */
function asText({ time, level, message, fields: { stack, ...fields } }: LogEntry): string {
  const label = level === 'info' ? '' : `${level.toUpperCase()} `;
  const rest = Object.entries(fields).map(([name, value]) => ` ${name}=${value}`);
  const clock = rest.length > 0 || label ? `${time.slice(11, 19)} ` : '';
  return `${clock}${label}${message}${rest.join('')}${stack ? `\n${stack}` : ''}`;
}
