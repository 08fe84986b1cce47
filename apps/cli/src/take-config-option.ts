import { UsageError } from './usage-error.js';

/**
 * Takes `--config FILE` out of a command line, wherever it stands: every command understands it.
 *
 * @throws UsageError when no file follows.
 */
export function takeConfigOption(args: readonly string[]): {
  readonly rest: readonly string[];
  readonly file: string | undefined;
} {
  const at = args.findIndex((arg) => arg === '--config' || arg.startsWith('--config='));
  if (at < 0 || args.slice(0, at).includes('--')) return { rest: args, file: undefined };
  const inline = args[at]!.includes('=');
  const file = inline ? args[at]!.slice('--config='.length) : args[at + 1];
  if (!file || (!inline && file.startsWith('-'))) throw new UsageError('A la opción «--config» le falta el archivo.');
  return { rest: args.toSpliced(at, inline ? 1 : 2), file };
}
