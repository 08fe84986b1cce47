import { amount } from '../../components/amount.js';
import { dateInTable } from '../../components/day.js';
import { table } from '../../components/table.js';
import { fillText } from '../../fill.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { pathIn } from '../../links.js';
import type { DeskLocale } from '../desk-locale.js';
import type { DeskProcessRow, ProcessState } from '../views/process.view.js';
import { stateTag } from './state-tag.js';
import type { StateTone } from './state-tag.js';

const TONES: Readonly<Record<ProcessState, StateTone>> = {
  published: 'settled',
  held: 'attention',
  withdrawn: 'quiet',
  proposed: 'attention',
};

/** Processes of one's organisations, with how each stands. */
export function processTable(caption: string, rows: readonly DeskProcessRow[], locale: DeskLocale): Html {
  const { processes: words } = locale.desk;
  const columns = [
    { label: words.process },
    { label: words.number },
    { label: words.state },
    { label: words.buyer },
    { label: words.amount, kind: 'figure' as const },
    { label: words.date, kind: 'day' as const },
  ];
  return table({ caption, columns, rows: rows.map((one) => row(one, locale)), wide: true });
}

export function processState(state: ProcessState, { desk: { processes: words } }: DeskLocale): Html {
  return stateTag(words.states[state], TONES[state]);
}

/** The address of a process on the desk, in Spanish form. */
export function deskProcessPath(ocid: string): string {
  return `/escritorio/procesos/${encodeURIComponent(ocid.toWellFormed())}`;
}

/** Its title, or what stands for it. */
export function titleOrNumber(
  {
    title,
    localNumber,
    ocid,
  }: { readonly title?: string | undefined; readonly localNumber?: string | undefined; readonly ocid: string },
  { words }: DeskLocale,
): string {
  return title ?? fillText(words.common.untitled, { number: localNumber ?? ocid });
}

function row(one: DeskProcessRow, locale: DeskLocale): readonly Child[] {
  return [
    html`<a href="${pathIn(locale.language, deskProcessPath(one.ocid))}">${titleOrNumber(one, locale)}</a>`,
    one.localNumber ?? html`<span class="code">${one.ocid}</span>`,
    processState(one.state, locale),
    one.buyer ?? html`<span class="missing">${locale.words.row.noBuyer}</span>`,
    amount(one.amount, locale),
    dateInTable(one.date, locale),
  ];
}
