import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Beside the sources, and in what a build made of them; `nest start` copies none, and the sources serve. */
const PLACES = ['../../../schemas/extensions', '../../../../schemas/extensions'].map((place) =>
  join(import.meta.dirname, place),
);
const FOLDER = PLACES.find((place) => existsSync(join(place, 'bids', 'extension.json'))) ?? PLACES[0]!;

/** The files of every extension of the registry, by `<id>/<path>`; read once, since they come with the program. */
export const EXTENSION_FILES: ReadonlyMap<string, Buffer> = new Map(
  readdirSync(FOLDER, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.parentPath !== FOLDER)
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(FOLDER, path).split(sep).join('/'), readFileSync(path)]),
);
