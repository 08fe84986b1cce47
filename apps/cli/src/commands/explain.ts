import { parseArgs } from 'node:util';
import { explainProcess, type ExplainedRelease, type ExplainedValue, loadProfiles } from '#publishing';
import { oneLine, placeOf } from '../cell-faults.js';
import type { Command, ExitCode } from '../command.js';
import { UsageError } from '../usage-error.js';
import { DATA_DIR, withPlatform } from '../with-platform.js';

const OPTIONS = { ...DATA_DIR, json: { type: 'boolean', default: false } } as const;

export const explain: Command = {
  usage:
    'c7 explain OCID [--json] [--data-dir .data]\n' +
    '  Dice de cada valor de cada publicación del proceso de qué celda de qué archivo salió.\n' +
    '  Las celdas se muestran como llegaron, datos personales incluidos.',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [ocid] = positionals;
    if (ocid === undefined || positionals.length > 1) throw new UsageError('explain lleva un ocid.');
    const profiles = await loadProfiles();
    return withPlatform<ExitCode>(values['data-dir'], async ({ platform: { dataSource, settings } }) => {
      const { personalData } = settings;
      for await (const release of explainProcess(dataSource, ocid, { profiles, personalData })) {
        process.stdout.write(values.json ? `${JSON.stringify(release)}\n` : describe(release));
      }
      return 0;
    });
  },
};

function describe(release: ExplainedRelease): string {
  const { id, date, tag, state, file, profile, pointer } = release;
  const head = [
    `${id}  ${date}  ${tag.join(', ')}  ${STATES[state] ?? state}`,
    `  archivo ${file.name} (sha256 ${file.sha256}), lote ${file.batchId}`,
    `  perfil ${profile.id}${profile.version === undefined ? '' : ` versión ${profile.version}`}${pointer === undefined ? '' : `, en «${pointer}»`}`,
  ];
  if (profile.explainedBy !== undefined && profile.explainedBy !== profile.version) {
    head.push(`  (las celdas se buscaron con la versión ${profile.explainedBy}: pueden diferir de las de entonces)`);
  }
  return `${[...head, ...(pointer === undefined ? release.values.map(describeValue) : [])].join('\n')}\n`;
}

const STATES: Readonly<Record<string, string>> = {
  accepted: 'aceptada',
  published: 'publicada',
  held: 'retenida',
  superseded: 'sustituida',
};

function describeValue({ pointer, value, origins }: ExplainedValue): string {
  const cells = origins.map(
    (origin) => `${placeOf(origin)} «${oneLine(origin.header)}»: ${JSON.stringify(origin.value)}`,
  );
  const otherwise = GIVEN_HERE.test(pointer) ? 'puesto al recibirlo' : 'el perfil o la carga';
  return `  ${pointer} = ${JSON.stringify(value)}  ← ${cells.join('; ') || otherwise}`;
}

/** What makes a release of what the file says. */
const GIVEN_HERE = /^\/(?:ocid|id|date|tag\/\d+|language|initiationType)$/;
