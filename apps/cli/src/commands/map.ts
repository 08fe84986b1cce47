import { parseArgs } from 'node:util';
import { type Body, finishRelease } from '#sources';
import { loadProfiles, mapFile, type MappedFile, type MappedProcess, releaseValidator } from '#publishing';
import { BUYER_OPTIONS, BUYER_USAGE, buyerOf } from '../buyer-options.js';
import { describeFaults } from '../cell-faults.js';
import type { Command, ExitCode } from '../command.js';
import { counted } from '../counted.js';
import { OCID_PREFIX } from '../ocid-prefix.js';
import { named } from '../source-fault.js';
import { UsageError } from '../usage-error.js';
import { writeOut } from '../write-out.js';

const OPTIONS = {
  ...BUYER_OPTIONS,
  profile: { type: 'string' },
  prefix: { type: 'string', default: 'ocds-xs1qbl' },
  json: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

export const map: Command = {
  usage:
    `c7 map ARCHIVO [--profile NOMBRE] [--prefix ocds-xs1qbl] ${BUYER_USAGE} [--json]\n` +
    '  Escribe las publicaciones de una hoja de cálculo, una por línea; no guarda nada.\n' +
    '  Los datos personales salen como están en el archivo: se ocultan al publicar.\n' +
    '  --json  las observaciones y cuentas, en JSON por la salida de errores',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) throw new UsageError('map lleva la ruta de un archivo.');
    if (!OCID_PREFIX.test(values.prefix))
      throw new UsageError(`--prefix es «ocds-» y seis caracteres, no «${values.prefix}».`);
    const buyer = buyerOf(values) ?? { name: '(comprador por indicar con --buyer-name)' };
    try {
      return await mapPath(path, buyer, values);
    } catch (error) {
      throw named(path, error);
    }
  },
};

async function mapPath(path: string, buyer: Body, values: Values): Promise<ExitCode> {
  const now = new Date();
  const file = await mapFile(path, {
    profiles: (await loadProfiles()).filter(({ kind }) => kind === 'table'),
    profileId: values.profile,
    ocidPrefix: values.prefix,
    context: { buyer, latestYear: now.getUTCFullYear() + 1 },
  });
  try {
    const tally = { releases: 0, invalid: 0, faulty: 0 };
    await writeOut(linesOf(file, now.toISOString(), values.prefix, tally));
    return report(file, tally, values.json);
  } finally {
    await file.close();
  }
}

interface Tally {
  releases: number;
  invalid: number;
  faulty: number;
}

async function* linesOf(file: MappedFile, now: string, ocidPrefix: string, tally: Tally): AsyncGenerator<string> {
  const { output, extensions } = file.profile;
  const validate = releaseValidator(extensions);
  for await (const one of file) {
    if (one.kind === 'aside') continue;
    if (output === 'register') {
      yield* partiesOf(one);
      continue;
    }
    const finished = finishRelease(one.members, { ocid: one.ocid, now });
    if (finished.outcome === 'unchanged') continue;
    tally.releases++;
    if (one.faulty) tally.faulty++;
    if (!validate(finished.release, { ocidPrefix }).valid) tally.invalid++;
    yield `${JSON.stringify(finished.release)}\n`;
  }
}

function* partiesOf({ members: { parties } }: MappedProcess): Generator<string> {
  for (const party of Array.isArray(parties) ? parties : []) yield `${JSON.stringify(party)}\n`;
}

function report(file: MappedFile, tally: Tally, asJson: boolean): ExitCode {
  const summary = file.summary();
  const { id, version, output } = file.profile;
  if (asJson) process.stderr.write(`${JSON.stringify({ profile: id, version, ...tally, ...summary })}\n`);
  else {
    for (const { reason } of summary.notices) process.stderr.write(`${reason.es}\n`);
    for (const line of describeFaults(summary.faults)) process.stderr.write(`${line}\n`);
    const { rows, processes } = summary;
    const made = output === 'register' ? counted(processes, 'organización', 'organizaciones') : countsOf(tally);
    const read = `${counted(rows, 'fila', 'filas')}${asidesOf(summary)}`;
    process.stderr.write(`${id} (versión ${version}): ${read}; ${made}.\n`);
  }
  return tally.invalid + tally.faulty + summary.refused > 0 ? 1 : 0;
}

function asidesOf({ skipped, refused }: ReturnType<MappedFile['summary']>): string {
  const asides = [
    skipped > 0 && counted(skipped, 'que no es una compra', 'que no son compras'),
    refused > 0 && counted(refused, 'rechazada', 'rechazadas'),
  ].filter(Boolean);
  return asides.length > 0 ? ` (${asides.join(', ')})` : '';
}

function countsOf({ releases, invalid, faulty }: Tally): string {
  const amiss = [
    invalid > 0 && counted(invalid, 'no válida', 'no válidas'),
    faulty > 0 && `${faulty} con celdas por corregir`,
  ].filter(Boolean);
  return `${counted(releases, 'publicación', 'publicaciones')}${amiss.length > 0 ? `, ${amiss.join(' y ')}` : ''}`;
}
