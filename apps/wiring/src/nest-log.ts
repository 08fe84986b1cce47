import type { LoggerService } from '@nestjs/common';
import type { Log, LogLevel } from '#monitoring';

/** Nest's own messages, and those of our `Logger`s, as lines of the one log. What Nest tells of its start is for debugging. */
export class NestLog implements LoggerService {
  constructor(private readonly log_: Log) {}

  log(message: unknown, ...more: unknown[]): void {
    this.#write('debug', message, more);
  }

  error(message: unknown, ...more: unknown[]): void {
    this.#write('error', message, more);
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.#write('error', message, more);
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.#write('warn', message, more);
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.#write('debug', message, more);
  }

  verbose(message: unknown, ...more: unknown[]): void {
    this.#write('debug', message, more);
  }

  /** Nest puts the context last, and before it, with errors, a stack. */
  #write(level: LogLevel, message: unknown, more: readonly unknown[]): void {
    const context = typeof more.at(-1) === 'string' ? more.at(-1) : undefined;
    if (message instanceof Error) this.log_[level]('error', { context, error: message });
    else this.log_[level](String(message), { context });
  }
}
