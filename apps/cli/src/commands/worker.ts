import { parseArgs } from 'node:util';
import type { Command } from '../command.js';
import { serve } from '../serve.js';
import { untilStopped } from '../until-stopped.js';
import { DATA_DIR, withPlatform } from '../with-platform.js';

export const worker: Command = {
  usage: 'c7 worker [--data-dir .data]',
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: DATA_DIR });
    const stopped = untilStopped();
    await withPlatform(values['data-dir'], async ({ platform }) => {
      await using _worker = await serve(platform, ['worker'], { host: platform.settings.host, port: 0 });
      process.stderr.write('Publicando lo que llegue.\n');
      await stopped;
    });
    return 0;
  },
};
