import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { restoreStore } from '#backup';
import { askForAllPending, askForAllUploads } from '#publishing';
import type { Command } from '../command.js';
import { UsageError } from '../usage-error.js';
import { withDatabase } from '../with-database.js';
import { DATA_DIR, withPlatform } from '../with-platform.js';

const OPTIONS = {
  ...DATA_DIR,
  json: { type: 'boolean', default: false },
  replace: { type: 'boolean', default: false },
} as const;

export const restore: Command = {
  usage: 'c7 restore ARCHIVO [--replace] [--json] [--data-dir .data]     (ARCHIVO «-»: de la entrada)',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [path, ...more] = positionals;
    if (!path || more.length > 0) throw new UsageError('restore lleva el nombre de un archivo.');
    if (path !== '-') await access(path);
    const { 'data-dir': dataDir, replace, json } = values;
    const { header, tables, migrated } = await withDatabase(dataDir, (url) =>
      restoreStore({ url, replace, source: path === '-' ? process.stdin : createReadStream(path) }),
    );
    const { pending, uploads } = await withPlatform(dataDir, async ({ platform }) => ({
      pending: await askForAllPending(platform),
      uploads: await askForAllUploads(platform),
    }));
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    if (json)
      process.stdout.write(
        `${JSON.stringify({ createdAt: header.createdAt, rows, pending, uploads, migrated, tables })}\n`,
      );
    process.stderr.write(
      `Restaurado el respaldo del ${header.createdAt}: ${tables.length} tablas, ${rows} filas; ` +
        `${migrated.length} migraciones después; ${pending} procesos esperan publicación y ${uploads} cargas, lectura.\n` +
        'Quien tenía sesión abierta debe entrar de nuevo. Comprobar con: c7 verify\n',
    );
    return 0;
  },
};
