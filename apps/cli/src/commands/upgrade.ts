import { parseArgs } from 'node:util';
import { upgradeRelease } from '#ocds';
import type { Command } from '../command.js';
import { openReleaseFiles, releasesOf, type ReleaseFiles } from '../release-files.js';
import { UsageError } from '../usage-error.js';
import { writeOut } from '../write-out.js';

export const upgrade: Command = {
  usage: 'c7 upgrade ARCHIVO…      («-» es la entrada estándar)',
  async run(args) {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
    if (positionals.length === 0) throw new UsageError('Falta la ruta de al menos un archivo o carpeta.');
    const files = openReleaseFiles(positionals);
    await writeOut(upgraded(files));
    return files.failed() > 0 ? 2 : 0;
  },
};

async function* upgraded(files: ReleaseFiles): AsyncGenerator<string> {
  for await (const { release } of releasesOf(files)) yield `${JSON.stringify(upgradeRelease(release))}\n`;
}
