import type { PackagePart } from './read-package.js';
import { type Bytes, readPackages } from './read-packages.js';
import { writePackages } from './write-packages.js';

/**
 * The packages of an input in packages of at most `size` entries, each with all that its package says of itself, as
 * pieces of JSON Lines text (a package a line). Entries are copied to the letter but for the spaces between their
 * parts. A package without entries stays one. What a package says may come after its entries: so the input is gone
 * through twice, side by side, and nothing is held but what it says and the entry at hand.
 *
 * @param open gives the same bytes each time
 * @throws UnreadableInputError or PackageError while iterating
 */
export async function* splitPackage(open: () => Bytes, size: number): AsyncGenerator<string> {
  const parts = readPackages(open());
  try {
    for await (const part of readPackages(open(), { entries: false })) {
      if (part.kind !== 'package') continue;
      const opening = `${openText(part.own)}"${part.list}":[`;
      let isEmpty = true;
      for await (const piece of writePackages(() => opening, entriesOf(parts), { size })) {
        isEmpty = false;
        yield piece;
      }
      if (isEmpty) yield `${opening}]}\n`;
    }
  } finally {
    await parts.return(undefined);
  }
}

/** Up to the end of the package that is being read. */
async function* entriesOf(parts: AsyncGenerator<PackagePart>): AsyncGenerator<string> {
  for (let next = await parts.next(); !next.done && next.value.kind === 'entry'; next = await parts.next()) {
    yield next.value.text;
  }
}

/** An object's JSON text, open for one more member. */
function openText(own: object): string {
  const text = JSON.stringify(own).slice(0, -1);
  return text === '{' ? text : `${text},`;
}
