import { parseArgs } from 'node:util';
import { compileReleases, MergeError, mergeReleases, versionReleases } from '#ocds';
import type { Command } from '../command.js';
import { groupByProcess, type Process } from '../group-by-process.js';
import { openReleaseFiles, releasesOf } from '../release-files.js';
import { describeError } from '../report-error.js';
import { UsageError } from '../usage-error.js';
import { writeOut } from '../write-out.js';

const OPTIONS = {
  versioned: { type: 'boolean', default: false },
  records: { type: 'boolean', default: false },
  'reference-compatible': { type: 'boolean', default: false },
} as const;

type Compatibility = 'standard' | 'reference';
type Make = (process: Process, compatibility: Compatibility) => object;

export const merge: Command = {
  usage: 'c7 merge ARCHIVO… [--versioned | --records] [--reference-compatible]      («-» es la entrada estándar)',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (positionals.length === 0) throw new UsageError('Falta al menos un archivo.');
    if (values.versioned && values.records) throw new UsageError('Elegir --versioned o --records.');
    const make = values.records ? makeRecord : values.versioned ? makeVersioned : makeCompiled;
    const files = openReleaseFiles(positionals);
    let faults = 0;
    const onFault = (ocid: string, error: MergeError) => {
      faults++;
      process.stderr.write(`${ocid}: ${describeError(error)}\n`);
    };
    const processes = groupByProcess(releasesOf(files));
    await writeOut(mergedLines(processes, make, values['reference-compatible'] ? 'reference' : 'standard', onFault));
    if (files.failed() > 0) return 2;
    return faults > 0 ? 1 : 0;
  },
};

/** A process that cannot be merged is told of, and the others go on. */
async function* mergedLines(
  processes: AsyncIterable<Process>,
  make: Make,
  compatibility: Compatibility,
  onFault: (ocid: string, error: MergeError) => void,
): AsyncGenerator<string> {
  for await (const one of processes) {
    try {
      yield `${JSON.stringify(make(one, compatibility))}\n`;
    } catch (error) {
      if (!(error instanceof MergeError)) throw error;
      onFault(one.ocid, error);
    }
  }
}

function makeCompiled({ releases }: Process, compatibility: Compatibility): object {
  return compileReleases(releases, { compatibility });
}

function makeVersioned({ releases }: Process, compatibility: Compatibility): object {
  return versionReleases(releases, { compatibility });
}

/** https://standard.open-contracting.org/1.1/en/schema/records_reference/ */
function makeRecord({ ocid, releases }: Process, compatibility: Compatibility): object {
  const { compiled, versioned } = mergeReleases(releases, { compatibility });
  return { ocid, releases, compiledRelease: compiled, versionedRelease: versioned };
}
