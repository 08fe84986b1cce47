import { createWriteStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { generateProcesses } from '#demo';

const FOLDER = path.resolve('../shared/data/ocds/mx-jalisco-sepaf-2017/release_packages');

/** Where the releases of a bench come from, in words. */
export const SOURCE = existsSync(FOLDER)
  ? 'releases of the state (2017), given new ocids'
  : 'demonstration releases (the reference folder is absent)';

/** That many releases, 4.5 per process as the state published them. */
export function* jaliscoShaped(count) {
  const originals = existsSync(FOLDER) ? readOriginals() : undefined;
  if (!originals) return yield* take(generateProcesses({ processes: count, seed: 7 }), count);
  let made = 0;
  for (let copy = 0; made < count; copy++) {
    for (const text of originals) {
      if (made++ >= count) return;
      yield JSON.parse(text.replaceAll(/(ocds-xs1qbl-SFIN-03-)(\d{4})/g, `$1$2-${copy}`));
    }
  }
}

/** The two processes whose releases are complete: four and five. */
function readOriginals() {
  const files = readdirSync(FOLDER).filter((name) => /SFIN-03-000[17]/.test(name));
  return files.map((name) => JSON.stringify(JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')).releases[0]));
}

function* take(releases, count) {
  let made = 0;
  for (const release of releases) {
    if (made++ >= count) return;
    yield release;
  }
}

/** What a package of a bench says of itself. */
export const META = {
  uri: 'https://compras.example/paquete.json',
  version: '1.1',
  publishedDate: '2026-01-01T00:00:00Z',
  publisher: { name: 'Prueba de velocidad' },
};

/** Writes releases as one package, or as JSON Lines. */
export async function writeReleases(file, releases, format) {
  const stream = createWriteStream(file);
  const isPackage = format === 'package';
  if (isPackage) stream.write(`${JSON.stringify(META).slice(0, -1)},"releases":[`);
  let first = true;
  for (const release of releases) {
    const text = `${isPackage && !first ? ',' : ''}${JSON.stringify(release)}${isPackage ? '' : '\n'}`;
    if (!stream.write(text)) await once(stream, 'drain');
    first = false;
  }
  stream.end(isPackage ? ']}' : '');
  await once(stream, 'close');
}
