import type { JsonObject } from '../json.js';
import { CLOSE_OBJECT, OPEN_ARRAY, QUOTE } from '../read/json-bytes.js';
import { parseElement } from '../read/parse-element.js';
import { readElement } from '../read/read-element.js';
import { readList } from '../read/read-list.js';
import type { Reading, Steps } from '../read/reading.js';
import { Residue } from '../read/residue.js';
import { hasNext, peekInside, readName, skipValue } from '../read/tokens.js';
import { syntaxError } from '../read/value-scanner.js';
import { compactJson } from './compact-json.js';
import { PackageError } from './package-error.js';

/** The two lists a package can be of. */
export type PackageList = 'releases' | 'records';

/** An entry of a package as its JSON text; or, after its entries, the package without its list. */
export type PackagePart =
  | { readonly kind: 'entry'; readonly list: PackageList; readonly text: string }
  | { readonly kind: 'package'; readonly list: PackageList; readonly own: JsonObject };

/**
 * Reads the package that begins where the window is, in whatever order its members come.
 * @throws PackageError NOT_A_PACKAGE, or MIXED_KINDS when it has both lists
 */
export function* readPackage(
  reading: Reading,
  pointer: string,
  tell: (part: PackagePart) => void,
  entries: boolean,
): Steps {
  const residue = new Residue(reading.window, reading.limits.maxElementBytes);
  let list: PackageList | undefined;
  reading.inside = pointer;
  reading.window.at++;
  const first = yield* peekInside(reading);
  if (first === CLOSE_OBJECT) throw new PackageError('NOT_A_PACKAGE');
  if (first !== QUOTE) throw syntaxError(reading.window, 'member-or-end');
  do {
    if ((yield* peekInside(reading)) !== QUOTE) throw syntaxError(reading.window, 'member');
    const name = yield* readName(reading);
    if ((name === 'releases' || name === 'records') && (yield* peekInside(reading)) === OPEN_ARRAY) {
      if (list !== undefined) throw new PackageError('MIXED_KINDS');
      list = name;
      residue.cut();
      yield* entries ? readEntries(reading, `${pointer}/${list}`, list, tell) : skipValue(reading);
      residue.resume();
      reading.inside = pointer;
    } else {
      yield* peekInside(reading);
      yield* skipValue(reading);
    }
  } while (yield* hasNext(reading, CLOSE_OBJECT, 'comma-or-object-end'));
  const bytes = residue.close();
  if (list === undefined) throw new PackageError('NOT_A_PACKAGE');
  const { value } = parseElement(bytes, reading, (index) => residue.placeOf(bytes, index));
  const { [list]: _list, ...own } = value as JsonObject;
  tell({ kind: 'package', list, own });
}

function* readEntries(reading: Reading, pointer: string, list: PackageList, tell: (part: PackagePart) => void): Steps {
  yield* readList(reading, pointer, function* () {
    const { text } = yield* readElement(reading);
    tell({ kind: 'entry', list, text: compactJson(text) });
  });
}
