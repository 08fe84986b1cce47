import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openPlatform } from '#publishing';
import { loadSettings } from '#settings';
import { importPlans } from '#tracking';
import type { Command } from '../command.js';
import { claimInstance } from '../claim-instance.js';
import { loadDemonstration } from '../load-demonstration.js';
import { openDemonstrationDesk } from '../open-demonstration-desk.js';
import { plainHttpWarning } from '../plain-http.js';
import { assertPortFree, readPort } from '../port.js';
import { processLog } from '../process-log.js';
import { serve } from '../serve.js';
import { untilStopped } from '../until-stopped.js';
import { DATA_DIR } from '../with-platform.js';
import { startWorkerProcess } from '../worker-process.js';

const OPTIONS = {
  ...DATA_DIR,
  port: { type: 'string', default: '3000' },
  demo: { type: 'boolean', default: false },
} as const;

export const up: Command = {
  usage: 'c7 up [--port 3000] [--data-dir .data] [--demo]',
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    const settings = loadSettings();
    const port = readPort(values.port);
    const dataDir = resolve(values['data-dir']);
    const url = settings.publicUrl ?? `http://localhost:${port}`;
    const stopped = untilStopped();
    const log = processLog(settings);
    const say = (message: string) => log.info(message);
    const warn = (error: Error) => log.warn('cola', { error });
    const open = await openPlatform({ settings, dataDir, publicUrl: url, onProgress: say, onError: warn });
    try {
      await using instance = await claimInstance(open, dataDir, url);
      await assertPortFree(settings.host, port);
      await importPlans(open.platform.dataSource);
      await using server = await serve(open.platform, ['http'], { host: settings.host, port, log });
      await using worker = await startWorkerProcess({ dataDir, log });
      const plain = plainHttpWarning(url);
      if (plain !== undefined) log.warn(plain);
      if (values.demo) await loadDemonstration(open.platform, say);
      if (values.demo) tellDesk(await openDemonstrationDesk(open));
      server.warm();
      say(`Compromiso 7 está en ${url}${values.demo ? ', con datos de demostración' : ''}. Ctrl-C lo detiene.`);
      await Promise.race([stopped, instance.lost]);
      say('Deteniendo…');
      await Promise.all([server.close(), worker.close()]);
    } finally {
      await open.close();
    }
    say('Detenido.');
    return 0;
  },
};

/** Not through the log, which may be kept: whoever has the address gets in. */
function tellDesk(address: string | undefined): void {
  if (address === undefined) return;
  process.stderr.write(`Para entrar al escritorio, elegir una contraseña (una vez, durante 7 días) en:\n${address}\n`);
}
