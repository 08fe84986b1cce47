import { parseArgs } from 'node:util';
import {
  addConnector,
  type ConnectorAlarm,
  connectorHistory,
  type ConnectorRun,
  type ConnectorState,
  connectorStates,
  pauseConnector,
  removeConnector,
  resumeConnector,
  type RunCounts,
  runConnector,
  type RunOutcome,
} from '#connectors';
import type { Platform } from '#publishing';
import type { Command, ExitCode } from '../command.js';
import { CONNECTOR_OPTIONS, connectorOf } from '../connector-options.js';
import { UsageError } from '../usage-error.js';
import { untilStopped } from '../until-stopped.js';
import { DATA_DIR, withPlatform } from '../with-platform.js';

const OPTIONS = {
  ...DATA_DIR,
  ...CONNECTOR_OPTIONS,
  json: { type: 'boolean', default: false },
  limit: { type: 'string', default: '20' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

export const connector: Command = {
  usage:
    'c7 connector list [--json] [--data-dir .data]\n' +
    '     c7 connector run ID · history ID [--limit 20] [--json] · pause ID · resume ID · remove ID\n' +
    '     c7 connector add ID --kind CLASE --publisher ID [--profile NOMBRE] (--every 1h | --cron "0 5 * * *" [--tz ZONA])\n' +
    '                         [--tolerance 2d] [--news-within 100d] y, según la clase:\n' +
    '       folder      --path CARPETA [--settle 10s]\n' +
    '       http        --url URL [--host OTRO…] [--token-env C7_SECRET_X]\n' +
    '       ocds-api    --url URL [--host OTRO…] [--token-env C7_SECRET_X] [--max-pages 10000] [--after-end start|last-page]\n' +
    '       ocapi-2017  --url URL --year 2017 [--host OTRO…]\n' +
    '       sftp        --server HOST[:22] --path /RUTA --user USUARIO --fingerprint SHA256:…\n' +
    '                   (--password-env C7_SECRET_X | --key-env C7_SECRET_X [--passphrase-env C7_SECRET_Y]) [--settle 10s]',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [name = '', id] = positionals;
    const action = ACTIONS[name];
    if (!action) throw new UsageError(`connector lleva ${Object.keys(ACTIONS).join(', ')}.`);
    if (name === 'add') connectorOf(id, values);
    else if (name !== 'list' && !id) throw new UsageError('Falta el ID del conector; los hay en «c7 connector list».');
    return withPlatform(values['data-dir'], ({ platform }) => action(platform, id ?? '', values));
  },
};

const ACTIONS: Readonly<Record<string, (platform: Platform, id: string, values: Values) => Promise<ExitCode>>> = {
  add: async (platform, id, values) => {
    await addConnector(platform, connectorOf(id, values));
    return say(`Conector «${id}» dado de alta. «c7 connector run ${id}» lo corre ahora.`);
  },
  list: async (platform, _, { json }) => {
    const states = await connectorStates(platform.dataSource);
    process.stdout.write(json ? `${JSON.stringify(states)}\n` : states.map((state) => stateLine(state)).join(''));
    return states.some(({ alarm }) => alarm !== null) ? 1 : 0;
  },
  run: runNow,
  history: async (platform, id, { json, limit }) => {
    const runs = await connectorHistory(platform.dataSource, id, limitOf(limit));
    process.stdout.write(json ? `${JSON.stringify(runs)}\n` : runs.map((run) => runLine(run)).join(''));
    return 0;
  },
  pause: async (platform, id) => {
    await pauseConnector(platform, id);
    return say(`Conector «${id}» en pausa.`);
  },
  resume: async (platform, id) => {
    await resumeConnector(platform, id);
    return say(`Conector «${id}» en marcha.`);
  },
  remove: async (platform, id) => {
    await removeConnector(platform, id);
    return say(`Conector «${id}» quitado; lo que trajo se queda.`);
  },
};

/** Ctrl-C ends the run in order: what was taken stays, and the next run goes on from there. */
async function runNow(platform: Platform, id: string, { json }: Values): Promise<ExitCode> {
  const stop = new AbortController();
  void untilStopped().then(() => stop.abort());
  const report = await runConnector(platform, id, { trigger: 'person', signal: stop.signal });
  if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
  if (report.outcome === 'busy') {
    process.stderr.write(`El conector «${id}» ya está corriendo.\n`);
    return 2;
  }
  const { outcome, counts, error } = report;
  if (!json) process.stdout.write(`${id}: ${OUTCOMES[outcome]} (${describeCounts(counts)})\n`);
  if (error) process.stderr.write(`${id}: ${error.message} ${error.remedy}\n`);
  if (outcome === 'failed' || outcome === 'interrupted') return 2;
  return outcome === 'with-faults' || counts.held + counts.refused > 0 ? 1 : 0;
}

const OUTCOMES: Readonly<Record<RunOutcome, string>> = {
  running: 'corriendo',
  done: 'bien',
  unchanged: 'sin novedad',
  'with-faults': 'con archivos rechazados',
  failed: 'falló',
  interrupted: 'interrumpido',
};

const ALARMS: Readonly<Record<ConnectorAlarm, string>> = {
  'no-success': 'ALARMA: no logra traer nada',
  'no-news': 'ALARMA: no llega nada nuevo',
};

function stateLine(state: ConnectorState): string {
  const { id, kind, publisherId, schedule, alarm, silentSince, lastOutcome, lastSuccessAt, lastErrorMessage } = state;
  const standing = state.paused ? 'en pausa' : alarm ? `${ALARMS[alarm]} desde ${whenOf(silentSince)}` : 'al corriente';
  const last = lastOutcome ? OUTCOMES[lastOutcome] : 'sin corridas';
  const fields = [id, kind, publisherId, schedule, standing, `último éxito ${whenOf(lastSuccessAt)}`, last];
  return `${[...fields, lastErrorMessage].filter(Boolean).join('\t')}\n`;
}

function runLine(run: ConnectorRun): string {
  const { id, startedAt, endedAt, trigger, outcome, errorCode, errorMessage } = run;
  const cause = trigger === 'person' ? 'a mano' : 'programada';
  const took = endedAt ? `${Math.round((endedAt.getTime() - startedAt.getTime()) / 1_000)} s` : '';
  const error = errorCode && `${errorCode}: ${errorMessage}`;
  const fields = [id, whenOf(startedAt), took, cause, OUTCOMES[outcome], describeCounts(run), error];
  return `${fields.filter(Boolean).join('\t')}\n`;
}

function describeCounts({ files, repeated, faulty, releases, held, refused }: RunCounts): string {
  return [
    `archivos: ${files} nuevos, ${repeated} ya recibidos, ${faulty} rechazados`,
    `publicaciones: ${releases} aceptadas, ${held} retenidas, ${refused} rechazadas`,
  ].join('; ');
}

function whenOf(date: Date | null): string {
  return date ? date.toLocaleString('es-MX', { timeZone: 'America/Mexico_City' }) : 'nunca';
}

function limitOf(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new UsageError(`--limit lleva un número entero, no «${text}».`);
}

function say(message: string): ExitCode {
  process.stderr.write(`${message}\n`);
  return 0;
}
