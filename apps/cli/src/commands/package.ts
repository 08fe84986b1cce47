import { parseArgs } from 'node:util';
import {
  combinePackages,
  groupByOcid,
  packageRecords,
  packageReleases,
  splitPackage,
  type Json,
  type PackedRelease,
  type RecordFault,
  type ReleaseOfProcess,
} from '#ocds';
import type { Command, ExitCode } from '../command.js';
import { groupByProcess } from '../group-by-process.js';
import { combinedMetaOf, META_OPTIONS, metaOf } from '../package-options.js';
import { readPackages } from '../read-packages.js';
import { openReleaseFiles, releasesOf, type ReleaseFile, type ReleaseFiles } from '../release-files.js';
import { describeError } from '../report-error.js';
import { UsageError } from '../usage-error.js';
import { writeOut } from '../write-out.js';

const OPTIONS = {
  ...META_OPTIONS,
  size: { type: 'string' },
  linked: { type: 'boolean', default: false },
  versioned: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

const FORMS = new Map([
  ['releases', packReleases],
  ['records', packRecords],
  ['split', split],
  ['combine', combine],
]);

/** Named so because `package` is a reserved word. */
export const packageCommand: Command = {
  usage:
    'c7 package releases ARCHIVO… METADATOS [--size N]\n' +
    '     c7 package records ARCHIVO… METADATOS [--linked] [--versioned] [--size N]\n' +
    '     c7 package split PAQUETE… --size N\n' +
    '     c7 package combine PAQUETE… METADATOS\n\n' +
    'METADATOS: --uri URI --published-date FECHA --publisher-name NOMBRE [--publisher-uri URI] [--publisher-scheme X]\n' +
    '  [--publisher-uid X] [--license URI] [--publication-policy URI] [--extension URI]…\n' +
    'Con --size, {n} en --uri es el número del paquete. --linked enlaza a la «uri» del paquete leído, con #ID.',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [name = '', ...paths] = positionals;
    const form = FORMS.get(name);
    if (!form) throw new UsageError(`package lleva ${[...FORMS.keys()].map((one) => `«${one}»`).join(', ')}.`);
    if (paths.length === 0) throw new UsageError('Falta la ruta de al menos un archivo o carpeta.');
    return form(paths, values);
  },
};

async function packReleases(paths: readonly string[], values: Values): Promise<ExitCode> {
  const files = openReleaseFiles(paths);
  await writeOut(packageReleases(textsOf(files), metaOf(values), { size: sizeIn(values) }));
  return files.failed() > 0 ? 2 : 0;
}

async function* textsOf(files: ReleaseFiles): AsyncGenerator<string> {
  for await (const { text } of releasesOf(files)) yield text;
}

async function packRecords(paths: readonly string[], values: Values): Promise<ExitCode> {
  const [meta, size, { versioned = false, linked = false }] = [metaOf(values), sizeIn(values), values];
  let faults = 0;
  const onFault = ({ ocid, error }: RecordFault) => {
    faults++;
    process.stderr.write(`${ocid}: sin versión compilada. ${describeError(error)}\n`);
  };
  const files = openReleaseFiles(paths);
  const processes = linked ? await groupByOcid(linkedReleases(files)) : embeddedProcesses(files);
  await writeOut(packageRecords(processes, meta, { size, versioned, onFault }));
  if (files.failed() > 0) return 2;
  return faults > 0 ? 1 : 0;
}

/** Through temporary files where the input is large: of a release its values stay, not the letters of its numbers. */
async function* embeddedProcesses(files: ReleaseFiles): AsyncGenerator<readonly [string, readonly PackedRelease[]]> {
  for await (const { ocid, releases } of groupByProcess(releasesOf(files))) {
    yield [ocid, releases.map((release) => ({ text: JSON.stringify(release) }))];
  }
}

async function* linkedReleases(files: ReleaseFiles): AsyncGenerator<ReleaseOfProcess> {
  for await (const file of files) yield* linkedTo(file);
}

/** The address of a package may come after its releases, so they wait for it. */
async function* linkedTo({ name, releases, summary }: ReleaseFile): AsyncGenerator<ReleaseOfProcess> {
  const found: (ReleaseOfProcess & { readonly id: string })[] = [];
  for await (const { release, text } of releases) {
    found.push({ ocid: asText(release.ocid), id: asText(release.id), text });
  }
  const { metadata, packages } = summary();
  if (packages > 1) throw new UsageError(`${name} trae ${packages} paquetes: con --linked va uno por archivo.`);
  if (!metadata?.uri) throw new UsageError(`${name} no dice su dirección («uri»), así que no se puede enlazar a él.`);
  for (const { id, ...release } of found) yield { ...release, url: `${metadata.uri}#${encodeURIComponent(id)}` };
}

/** A release whose ocid is no text cannot be merged; its record says so. */
function asText(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

async function split(paths: readonly string[], values: Values): Promise<ExitCode> {
  const size = sizeIn(values);
  if (size === undefined) throw new UsageError('Falta --size: cuántas publicaciones o registros por paquete.');
  await writeOut(splitAll(paths, size));
  return 0;
}

async function* splitAll(paths: readonly string[], size: number): AsyncGenerator<string> {
  for await (const whole of readPackages(paths)) {
    for (const part of splitPackage(whole, size)) yield `${JSON.stringify(part)}\n`;
  }
}

async function combine(paths: readonly string[], values: Values): Promise<ExitCode> {
  await writeOut(combinePackages(readPackages(paths), combinedMetaOf(values)));
  return 0;
}

function sizeIn({ size }: Values): number | undefined {
  if (size === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(size)) return Number(size);
  throw new UsageError(`--size lleva un número entero desde 1, no «${size}».`);
}
