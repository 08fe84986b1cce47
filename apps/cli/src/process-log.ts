import { createLog, type Log } from '#monitoring';
import type { Settings } from '#settings';

/** The log of a process that serves, on standard error: text on a terminal, JSON lines where a program reads them. */
export function processLog({ logLevel, logFormat }: Settings): Log {
  const format = logFormat === 'auto' ? (process.stderr.isTTY ? 'text' : 'json') : logFormat;
  return createLog({ level: logLevel, format, write: (line) => void process.stderr.write(line) });
}
