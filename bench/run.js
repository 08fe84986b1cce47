// `npm run bench -- NAME [--json]`: measures one part against named references, side by side in one run. With --large
// also peak memory on a file of 2 GB (--large=MB: of another size); with --memory[=MB] that alone.
// NAME is ocds, sources, portal or load. References that are not installed (see `npm run bench:peers`) are left out and said so.
import { ensureBuilt } from '../scripts/ensure-built.js';
import { ensureInstalled } from '../scripts/ensure-installed.js';

const BENCHES = {
  ocds: './ocds.bench.js',
  sources: './sources.bench.js',
  portal: './portal.bench.js',
  load: './load.bench.js',
};

ensureInstalled();
ensureBuilt();
const [name, ...flags] = process.argv.slice(2);
if (!Object.hasOwn(BENCHES, name ?? '')) {
  process.stderr.write(`Uso: npm run bench -- ${Object.keys(BENCHES).join('|')} [--json]\n`);
  process.exit(2);
}
const { measure } = await import(BENCHES[name]);
const rows = [];
for await (const row of measure(flags)) {
  rows.push(withRatio(row));
  if (!flags.includes('--json')) print(rows.at(-1));
}
if (flags.includes('--json')) process.stdout.write(`${JSON.stringify(rows)}\n`);

/** `ratio`: how many times better than the reference; for a `ceiling` (a time that may be N times another), the N. */
function withRatio({ kind = 'faster', ...row }) {
  if (row.referenceValue === undefined)
    return { ...row, met: row.target === undefined ? undefined : row.value <= row.target };
  const ratio = kind === 'ceiling' ? row.value / row.referenceValue : row.referenceValue / row.value;
  const met = kind === 'ceiling' ? ratio <= row.target : ratio >= row.target;
  return { ...row, ratio: Math.round(ratio * 10) / 10, met };
}

function print({ name: what, value, unit, reference, referenceValue, ratio, target, met }) {
  const against = reference === undefined ? '' : ` · ${reference}: ${referenceValue} ${unit} · ratio ${ratio}`;
  const verdict = met === undefined ? '' : met ? ' · met' : ' · NOT met';
  process.stdout.write(`${what}: ${value} ${unit}${against} · target ${target ?? '-'}${verdict}\n`);
}
