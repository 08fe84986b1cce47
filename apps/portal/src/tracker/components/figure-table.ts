import type { Measurement } from '#tracker';
import { table } from '../../components/table.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import type { TrackerLocale } from '../tracker-locale.js';

/** What the metrics say, one figure a row, each with the address that computes it again. */
export function figureTable({ figures }: Measurement, locale: TrackerLocale): Html {
  const { measured: words } = locale.tracker;
  const columns = [{ label: words.metric }, { label: words.value }, { label: words.caveat }];
  const rows = figures.map(({ label, value, note = '', url }) => [
    url === undefined ? label : html`<a href="${url}">${label}</a>`,
    value,
    note,
  ]);
  return table({ caption: words.caption, columns, rows });
}
