import { table } from '../../components/table.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import type { DeskLocale } from '../desk-locale.js';
import type { Difference } from '../views/process.view.js';

/** What changes: the field in words, what is said now, what would be said. Removed and added are said, not only coloured. */
export function differenceTable(caption: string, differences: readonly Difference[], locale: DeskLocale): Html {
  const { differences: words } = locale.desk;
  const columns = [{ label: words.field }, { label: words.before }, { label: words.after }];
  const rows = differences.map(({ field, before, after }) => [
    field[locale.language],
    side(before, 'del', words.notTold),
    side(after, 'ins', words.removed),
  ]);
  return table({ caption, columns, rows });
}

function side(value: string | undefined, tag: 'del' | 'ins', missing: string): Child {
  if (value === undefined || value === '') return html`<span class="missing">${missing}</span>`;
  return tag === 'del' ? html`<del>${value}</del>` : html`<ins>${value}</ins>`;
}
