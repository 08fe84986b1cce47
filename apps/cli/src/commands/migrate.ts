import { parseArgs } from 'node:util';
import { importPlans } from '#tracking';
import type { Command } from '../command.js';
import { DATA_DIR, withPlatform } from '../with-platform.js';

export const migrate: Command = {
  usage: 'c7 migrate [--data-dir .data]',
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: DATA_DIR });
    // Opening the platform migrates; there is one way to do it.
    await withPlatform(values['data-dir'], ({ platform }) => importPlans(platform.dataSource));
    process.stderr.write('La base de datos está al día.\n');
    return 0;
  },
};
