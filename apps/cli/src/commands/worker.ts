import { parseArgs } from 'node:util';
import { loadSettings } from '#settings';
import type { Command } from '../command.js';
import { processLog } from '../process-log.js';
import { serve } from '../serve.js';
import { untilStopped } from '../until-stopped.js';
import { WORKER_READY } from '../worker-process.js';
import { DATA_DIR, withPlatform } from '../with-platform.js';

export const worker: Command = {
  usage: 'c7 worker [--data-dir .data]',
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: DATA_DIR });
    const stopped = untilStopped();
    const log = processLog(loadSettings());
    const warn = (error: Error) => log.warn('cola', { error });
    await withPlatform(
      values['data-dir'],
      async ({ platform }) => {
        await using _worker = await serve(platform, ['worker'], { host: platform.settings.host, port: 0, log });
        log.info('Publicando lo que llegue.');
        process.send?.(WORKER_READY);
        await stopped;
      },
      { onError: warn },
    );
    return 0;
  },
};
