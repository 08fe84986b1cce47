import { delayOf, isOverdue, type Milestone } from '#tracker';
import { table } from '../../components/table.js';
import { fillText, pluralOf } from '../../fill.js';
import { formatCount } from '../../format/number.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { recorded, termOf, type TrackerLocale } from '../tracker-locale.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { trackerHref } from '../tracker-paths.js';
import { orAbsent, partialDay } from './said.js';

/** Metas with their state, their date and how late they are. */
export function metaTable(view: TrackerPageView, metas: readonly Milestone[], locale: TrackerLocale): Html {
  const { metas: words } = locale.tracker;
  const columns = [
    { label: words.meta },
    { label: words.state },
    { label: words.originalDue, kind: 'day' as const },
    { label: words.currentDue, kind: 'day' as const },
    { label: words.delay, kind: 'figure' as const },
  ];
  const rows = metas.map((one) => metaRow(view, one, locale));
  return table({ caption: words.caption, columns, rows });
}

function metaRow(view: TrackerPageView, meta: Milestone, locale: TrackerLocale): readonly Child[] {
  const { id, title, state, originalDue, currentDue } = meta;
  return [
    html`<a href="${trackerHref(view, `/metas/${encodeURIComponent(id)}`)}">${recorded(title, locale)}</a>`,
    orAbsent(state && termOf('milestoneState', state, locale), meta, 'state', locale),
    orAbsent(originalDue && partialDay(originalDue, locale), meta, 'originalDue', locale),
    currentDue ? partialDay(currentDue, locale) : '',
    orAbsent(delayText(view, meta, locale), meta, 'originalDue', locale),
  ];
}

/** How many days late a meta is, counted from the date that was first promised. */
export function delayText({ today }: TrackerPageView, meta: Milestone, { tracker }: TrackerLocale): string | undefined {
  const delay = delayOf(meta, today);
  if (!delay) return undefined;
  const { metas: words } = tracker;
  if (delay.sinceOriginal === 0) return words.inTime;
  const days = fillText(pluralOf(words.days, delay.sinceOriginal), { n: formatCount(delay.sinceOriginal) });
  return `${delay.approximate ? '± ' : ''}${days}${isOverdue(meta, today) ? `, ${words.overdue}` : ''}`;
}
