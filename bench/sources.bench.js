import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadProfiles } from '#publishing';
import { round, runTimed } from './run-timed.js';
import { scaleSource } from './scaled-source.js';

const DATA = path.resolve('../shared/data/mx-source');
const MAP = path.resolve('bench/map-file.js');
const ROWS = 200_000;

/** The real file on which each profile is measured. */
const FILES = {
  'compranet-2010': 'compranet-2010-2015/sample_Contratos2014_150514075704.csv',
  'comprasmx-2026': 'comprasmx-2026/contratos_comprasmx_2026_A.csv',
  'comprasmx-2026-procedures': 'comprasmx-2026/expedientes_comprasmx_2026_A.csv',
  'sipot-28-unified': 'sipot-xxviii/veracruz-OPLE_F26A_2025_rows1-20.xlsx',
  'sipot-28a-2023': 'sipot-xxviii/hidalgo-CEAA_a69_f28_a_2023T2.xlsx',
  'sipot-28b-2023': 'sipot-xxviii/hidalgo-CEAA_a69_f28_b_2023T2.xlsx',
  'padron-proveedores': 'sipot-xxxii-padron/veracruz-OPLE_padron_proveedores_2025.xlsx',
};

/**
 * Measures the way from a state's spreadsheet to validated releases: each real file with its rows repeated up to 200,000
 * (`--rows=N`: another number). The references run on the same file in the same run.
 */
export async function* measure(flags) {
  if (!existsSync(DATA)) {
    process.stderr.write('The real files are not there: nothing to measure.\n');
    return;
  }
  const rows = Number(flags.find((flag) => flag.startsWith('--rows='))?.slice(7) ?? ROWS);
  const folder = mkdtempSync(path.join(tmpdir(), 'c7-bench-'));
  const profiles = await loadProfiles();
  try {
    for (const [id, file] of Object.entries(FILES)) {
      const profile = profiles.find((one) => one.id === id);
      process.stderr.write(`${id}: writing ${rows} rows…\n`);
      const target = path.join(folder, `${id}${path.extname(file)}`);
      await scaleSource(path.join(DATA, file), profile, rows, target);
      yield* measureOne(id, target);
      rmSync(target);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function* measureOne(id, target) {
  const whole = await run(target, id);
  const reader = await run(target, id, '--read-only');
  const name = `${id}: ${whole.rows} rows to ${whole.releases} validated releases`;
  const row = { name, value: round(whole.seconds), unit: 's' };
  if (target.endsWith('.csv')) {
    const alone = await run(target, id, '--csv-parse');
    const { seconds } = alone;
    yield { ...row, reference: 'csv-parse alone', referenceValue: round(seconds), target: 4, kind: 'ceiling' };
    yield { ...row, reference: 'our CSV reader alone', referenceValue: round(reader.seconds), kind: 'ceiling' };
  } else {
    const referenceValue = round(reader.seconds);
    yield { ...row, reference: 'our XLSX reader alone', referenceValue, target: 1.5, kind: 'ceiling' };
  }
  yield { name: `${id}: rows a second`, value: Math.round(whole.rows / whole.seconds), unit: 'rows/s' };
  yield { name: `${id}: peak memory`, value: whole.megabytes, unit: 'MB', target: 400 };
}

async function run(...args) {
  const { stderr, megabytes } = await runTimed(process.execPath, [MAP, ...args]);
  return { ...JSON.parse(stderr.trim().split('\n').at(-1)), megabytes };
}
