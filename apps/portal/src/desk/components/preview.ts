import { table } from '../../components/table.js';
import { fillText, pluralOf } from '../../fill.js';
import { formatCount } from '../../format/number.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { pathIn } from '../../links.js';
import { wordFor } from '../desk-locale.js';
import type { DeskLocale } from '../desk-locale.js';
import type { FaultChanges, UploadPreview } from '../views/upload.view.js';
import { differenceTable } from './difference-table.js';
import { faultGroups, faultTable } from './fault-groups.js';
import { deskProcessPath } from './process-table.js';

/** What a file would change, or changed: its faults first, since they are what there is to do. */
export function previewSections(preview: UploadPreview, taken: boolean, locale: DeskLocale): Html {
  return html`${preview.sinceEarlier && sinceEarlier(preview.sinceEarlier, locale)}
${preview.profile && counts(preview, taken, locale)}
${faults(preview, locale)}
${differences(preview, locale)}`;
}

function counts({ rows, processes, sheets }: UploadPreview, taken: boolean, locale: DeskLocale): Html {
  const { preview: words } = locale.desk;
  const kinds = (['new', 'changed', 'unchanged', 'held'] as const).map(
    (
      kind,
    ) => html`<li><strong class="figure">${formatCount(processes[kind])}</strong> <span>${words.processes[kind]}</span></li>
`,
  );
  const told = Object.entries(rows)
    .filter(([, n]) => n > 0)
    .map(([outcome, n]) => [wordFor(words.outcomes, outcome), formatCount(n)]);
  const columns = [{ label: words.outcome }, { label: words.rows, kind: 'figure' as const }];
  const names = sheets.map(({ name, rows: n }) => fillText(words.sheet, { name, rows: formatCount(n) })).join('; ');
  return html`<section class="desk-part"><h2>${taken ? words.changed : words.wouldChange}</h2>
<ul class="figures">${kinds}</ul>
${told.length > 0 && table({ caption: words.rowsCaption, columns, rows: told })}
${names !== '' && html`<p class="note">${names}</p>`}</section>`;
}

function faults({ faults: groups, faultCount }: UploadPreview, locale: DeskLocale): Html | false {
  const { preview: words } = locale.desk;
  if (groups.length === 0) return false;
  const title = fillText(pluralOf(words.faults, faultCount), { n: formatCount(faultCount) });
  return html`<section class="desk-part"><h2 id="faltas">${title}</h2>
<p class="hint">${words.faultsHint}</p>
${faultGroups(groups, locale)}</section>`;
}

function differences({ differences: all }: UploadPreview, locale: DeskLocale): Html | false {
  const { preview: words, differences: caption } = locale.desk;
  if (all.length === 0) return false;
  return html`<section class="desk-part"><h2>${words.differences}</h2>
${all.map(
  ({
    ocid,
    title,
    differences: told,
  }) => html`<h3><a href="${pathIn(locale.language, deskProcessPath(ocid))}">${title ?? ocid}</a></h3>
${differenceTable(fillText(caption.captionOf, { ocid }), told, locale)}
`,
)}</section>`;
}

function sinceEarlier({ fixed, remaining, fresh }: FaultChanges, locale: DeskLocale): Html {
  const { preview: words } = locale.desk;
  const part = (name: 'fixed' | 'remaining' | 'fresh', list: FaultChanges['fixed']) => {
    const title = fillText(pluralOf(words.since[name], list.length), { n: formatCount(list.length) });
    return list.length === 0 ? html`<p>${words.since.none[name]}</p>` : faultTable(title, list, locale);
  };
  return html`<section class="desk-part"><h2>${words.since.title}</h2>
${part('fixed', fixed)}${part('remaining', remaining)}${part('fresh', fresh)}</section>`;
}
