import { parseArgs } from 'node:util';
import { loadSettings } from '#settings';
import { importPlans } from '#tracking';
import type { Command } from '../command.js';
import { plainHttpWarning } from '../plain-http.js';
import { assertPortFree, readPort } from '../port.js';
import { processLog } from '../process-log.js';
import { serve } from '../serve.js';
import { untilStopped } from '../until-stopped.js';
import { DATA_DIR, withPlatform } from '../with-platform.js';

export const api: Command = {
  usage: 'c7 api [--port 3000] [--data-dir .data]',
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: { ...DATA_DIR, port: { type: 'string', default: '3000' } },
    });
    const port = readPort(values.port);
    const stopped = untilStopped();
    const log = processLog(loadSettings());
    const warn = (error: Error) => log.warn('cola', { error });
    await withPlatform(
      values['data-dir'],
      async ({ platform }) => {
        const { host } = platform.settings;
        await assertPortFree(host, port);
        await importPlans(platform.dataSource);
        await using server = await serve(platform, ['http'], { host, port, log });
        const plain = plainHttpWarning(platform.publicUrl);
        if (plain !== undefined) log.warn(plain);
        server.warm();
        log.info(`API y portal en ${platform.publicUrl}.`);
        await stopped;
      },
      { serves: true, onError: warn },
    );
    return 0;
  },
};
