import { parseArgs } from 'node:util';
import { combinePackages, packageRecords, packageReleases, splitPackage, type RecordFault } from '#ocds';
import type { Command, ExitCode } from '../command.js';
import { packageFiles, rereadablePackageFiles } from '../package-files.js';
import { combinedMetaOf, META_OPTIONS, metaOf } from '../package-options.js';
import { embeddedProcesses, linkedProcesses } from '../package-processes.js';
import { openReleaseFiles, releasesOf, type ReleaseFiles } from '../release-files.js';
import { describeError } from '../report-error.js';
import { naming } from '../source-fault.js';
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
    'Con --size, {n} en --uri es el número del paquete. --linked enlaza a la «uri» del paquete leído, con #ID; lleva un paquete por archivo.\n' +
    '«-» en vez de un archivo es la entrada estándar.',
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
  const processes = linked ? linkedProcesses(files) : embeddedProcesses(files);
  await writeOut(packageRecords(processes, meta, { size, versioned, onFault }));
  if (files.failed() > 0) return 2;
  return faults > 0 ? 1 : 0;
}

async function split(paths: readonly string[], values: Values): Promise<ExitCode> {
  const size = sizeIn(values);
  if (size === undefined) throw new UsageError('Falta --size: cuántas publicaciones o registros por paquete.');
  await writeOut(splitAll(paths, size));
  return 0;
}

async function* splitAll(paths: readonly string[], size: number): AsyncGenerator<string> {
  for await (const { name, open } of rereadablePackageFiles(paths)) {
    yield* naming(() => name, splitPackage(open, size));
  }
}

async function combine(paths: readonly string[], values: Values): Promise<ExitCode> {
  let current: string | undefined;
  async function* inputs(): AsyncGenerator<AsyncIterable<Uint8Array>> {
    for await (const { name, open } of packageFiles(paths)) {
      current = name;
      yield open();
    }
    current = undefined;
  }
  await writeOut(naming(() => current, combinePackages(inputs(), combinedMetaOf(values))));
  return 0;
}

function sizeIn({ size }: Values): number | undefined {
  if (size === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(size)) return Number(size);
  throw new UsageError(`--size lleva un número entero desde 1, no «${size}».`);
}
