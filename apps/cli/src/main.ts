import { collectEarly } from './collect-early.js';
import type { ExitCode } from './command.js';
import { COMMANDS } from './commands/index.js';
import { reportError } from './report-error.js';
import { takeConfigOption } from './take-config-option.js';

/** Runs one command line. @param args what follows `c7`. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  process.stdout.on('error', leaveWithReader);
  try {
    const { rest, file } = takeConfigOption(args);
    // For this process and those it starts: one place says where the configuration is.
    if (file !== undefined) process.env['C7_CONFIG'] = file;
    return await runCommand(rest);
  } catch (error) {
    return reportError(error, 'c7 ORDEN [opciones] [--config ARCHIVO]');
  }
}

async function runCommand([name, ...rest]: readonly string[]): Promise<ExitCode> {
  const entry = COMMANDS.find((one) => one.name === name);
  if (!entry) return explain(name);
  if (!entry.serves) collectEarly();
  const command = await entry.load();
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(`${entry.summary}\n\nUso: ${command.usage}\n`);
    return 0;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    return reportError(error, command.usage);
  }
}

/** A reader who has seen enough (`c7 … | head`) is no error. */
function leaveWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}

function explain(name: string | undefined): ExitCode {
  const list = COMMANDS.map((command) => `  ${command.name.padEnd(14)}${command.summary}`).join('\n');
  const known = name === undefined || name === '--help' || name === '-h';
  if (known)
    process.stdout.write(
      `Compromiso 7: contrataciones abiertas de Jalisco\n\nUso: c7 ORDEN [opciones] [--config ARCHIVO]\n\n${list}\n`,
    );
  else process.stderr.write(`c7: no hay una orden «${name}». Las que hay:\n\n${list}\n`);
  return known ? 0 : 2;
}
