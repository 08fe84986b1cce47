import { parseArgs } from 'node:util';
import { backupStore } from '#backup';
import { openArchiveTarget } from '../archive-target.js';
import type { Command } from '../command.js';
import { refuseToReplace } from '../refuse-to-replace.js';
import { UsageError } from '../usage-error.js';
import { withDatabase } from '../with-database.js';
import { DATA_DIR } from '../with-platform.js';

const OPTIONS = { ...DATA_DIR, json: { type: 'boolean', default: false } } as const;

export const backup: Command = {
  usage: 'c7 backup ARCHIVO [--json] [--data-dir .data]     (ARCHIVO «-»: a la salida)',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [path, ...more] = positionals;
    if (!path || more.length > 0) throw new UsageError('backup lleva el nombre de un archivo.');
    if (path === '-' && values.json) throw new UsageError('--json y «-» escriben los dos en la salida.');
    if (path !== '-') await refuseToReplace(path);
    const target = await openArchiveTarget(path);
    try {
      const tables = await withDatabase(values['data-dir'], (url) => backupStore({ url, target: target.stream }));
      const { bytes, sha256 } = await target.finish();
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      if (values.json) process.stdout.write(`${JSON.stringify({ bytes, sha256, rows, tables })}\n`);
      process.stderr.write(`Respaldo: ${tables.length} tablas, ${rows} filas, ${bytes} bytes.\nsha256 ${sha256}\n`);
      return 0;
    } catch (error) {
      await target.abandon();
      throw error;
    }
  },
};
