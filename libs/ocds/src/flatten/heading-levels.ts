import { PATH_HEADING } from './flat-table.js';
import { FlattenError } from './flatten-error.js';
import { fromSegment } from './heading-segment.js';

/** A heading taken apart: the arrays on the way, each by the names that lead to it, and the names after the last. */
export interface HeadingLevels {
  readonly arrays: readonly (readonly string[])[];
  readonly names: readonly string[];
  /** The same for all headings within one array: "awards/0/items/0/". */
  readonly prefix: string;
}

/** @throws FlattenError for an index other than 0, or one where a name belongs */
export function levelsOf(heading: string): HeadingLevels {
  const arrays: string[][] = [];
  let names: string[] = [];
  if (heading === PATH_HEADING) return { arrays, names: [heading], prefix: '' };
  for (const segment of heading.split('/').map(fromSegment)) {
    if (typeof segment === 'string') names.push(segment);
    else if (segment !== 0 || names.length === 0) throw unreadable(heading);
    else {
      arrays.push(names);
      names = [];
    }
  }
  if (names.length === 0) throw unreadable(heading);
  return { arrays, names, prefix: heading.slice(0, heading.lastIndexOf('/0/') + 1) };
}

function unreadable(heading: string): FlattenError {
  return new FlattenError('HEADING_UNREADABLE', `No se entiende el encabezado «${heading}».`, {
    es: 'Los encabezados son como tender/value/amount o awards/0/id: nombres, y 0 tras el nombre de cada lista.',
    en: 'Headings are like tender/value/amount or awards/0/id: names, and 0 after the name of each list.',
  });
}
