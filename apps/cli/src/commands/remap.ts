import { parseArgs } from 'node:util';
import type { Json } from '#ocds';
import type { Profile } from '#sources';
import {
  listMappedBatches,
  loadProfiles,
  type Platform,
  remapBatch,
  type RemapChange,
  type RemapReport,
} from '#publishing';
import type { Command, ExitCode } from '../command.js';
import { counted } from '../counted.js';
import { describeRows } from '../describe-rows.js';
import { UsageError } from '../usage-error.js';
import { DATA_DIR, withPlatform } from '../with-platform.js';

const OPTIONS = {
  ...DATA_DIR,
  profile: { type: 'string' },
  apply: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

export const remap: Command = {
  usage:
    'c7 remap LOTE… [--apply] [--json] [--data-dir .data]\n' +
    '     c7 remap --profile NOMBRE [--apply] [--json]   todos los archivos de un perfil\n' +
    '  Vuelve a leer archivos recibidos con la versión presente de su perfil y dice qué cambiaría.\n' +
    '  --apply  guarda las publicaciones nuevas; sin ella no se guarda nada',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (positionals.length > 0 === (values.profile !== undefined))
      throw new UsageError('remap lleva números de lote, o --profile.');
    return withPlatform(values['data-dir'], ({ platform }) => remapAll(platform, positionals, values));
  },
};

async function remapAll(platform: Platform, named: readonly string[], values: Values): Promise<ExitCode> {
  const { apply, profile } = values;
  const profiles = await loadProfiles();
  if (profile !== undefined) assertKnown(profile, profiles);
  const batches = profile === undefined ? named : await listMappedBatches(platform.dataSource.manager, profile);
  for (const batch of batches) {
    const report = await remapBatch(platform, batch, { profiles, apply, onChange: (change) => print(change, values) });
    summarize(batch, report, values);
  }
  if (batches.length === 0) process.stderr.write(`No hay archivos recibidos con el perfil «${profile}».\n`);
  return 0;
}

function print(change: RemapChange, { json }: Values): void {
  process.stdout.write(json ? `${JSON.stringify(change)}\n` : describe(change));
}

function describe({ ocid, differences }: RemapChange): string {
  if (differences.length === 0) return `${ocid}: nuevo\n`;
  const lines = differences.map(({ pointer, before, after }) => `  ${pointer}: ${shown(before)} → ${shown(after)}\n`);
  return `${ocid}\n${lines.join('')}`;
}

function shown(value: Json | undefined): string {
  return value === undefined ? '(nada)' : JSON.stringify(value);
}

function summarize(batchId: string, report: RemapReport, { json }: Values): void {
  const { batch, fromVersion, toVersion, applied } = report;
  const { read, rows, fileName, profile } = batch;
  const counts = { batchId, fileName, profile, fromVersion, toVersion, applied, releases: read, rows };
  const text = `${fileName} (lote ${batchId}): ${tell(report)}\n`;
  process.stderr.write(json ? `${JSON.stringify(counts)}\n` : text);
}

function tell({ batch, fromVersion, toVersion, applied }: RemapReport): string {
  const { read, rows, profile } = batch;
  const isNewer = fromVersion !== toVersion;
  const told = [
    `«${profile}» ${isNewer ? `versión ${fromVersion} → ${toVersion}` : `versión ${toVersion}, la de entonces`}`,
    read === 0 ? 'nada que publicar' : counted(read, 'publicación nueva', 'publicaciones nuevas'),
    rows && describeRows(rows),
    applied ? `guardado como lote ${batch.batchId}` : `nada se guardó${isNewer ? '; para guardarlo: --apply' : ''}`,
  ];
  return told.filter(Boolean).join('; ');
}

function assertKnown(id: string, profiles: readonly Profile[]): void {
  const tables = profiles.filter(({ kind }) => kind === 'table').map((profile) => profile.id);
  if (!tables.includes(id))
    throw new UsageError(`No hay un perfil de hoja de cálculo «${id}». Los que hay: ${tables.join(', ')}.`);
}
