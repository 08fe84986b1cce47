import { table } from '../../../components/table.js';
import { html } from '../../../html.js';
import type { Child, Html } from '../../../html.js';
import { pathIn } from '../../../links.js';
import { pageHead } from '../../components/page-head.js';
import { stateTag } from '../../components/state-tag.js';
import { summaryList } from '../../components/summary-list.js';
import { deskFrame } from '../../desk-frame.js';
import { deskLocaleOf } from '../../desk-locale.js';
import type { DeskLocale } from '../../desk-locale.js';
import type { TrackingCell, TrackingPart, TrackingView, WayOn } from '../../views/tracking.view.js';

/** Something of a plan: what it is, what can be done with it, what it holds. */
export function trackingPage(view: TrackingView): string {
  const locale = deskLocaleOf(view.site.language);
  const { title, lede, back, facts, ways, parts } = view;
  const main = html`${pageHead({ title, lede, ...(back && { back }) }, locale)}
${facts.length > 0 && summaryList(facts)}
${ways.length > 0 && html`<p class="desk-actions">${ways.map((way) => html`<a class="button plain" href="${pathIn(locale.language, way.path)}">${way.label}</a> `)}</p>`}
${parts.map((part) => partOf(part, locale))}`;
  return deskFrame(view, { title, section: 'seguimiento' }, main, locale);
}

function partOf({ title, columns, rows, none, ways = [] }: TrackingPart, locale: DeskLocale): Html {
  const content =
    rows.length === 0
      ? html`<h2>${title}</h2><p>${none}</p>`
      : table({ caption: title, columns, rows: rows.map((cells) => cells.map((one) => cell(one, locale))) });
  return html`<section class="desk-part">${content}${ways.length > 0 && html`<p class="desk-actions">${links(ways, locale)}</p>`}</section>
`;
}

function cell(content: string | TrackingCell, locale: DeskLocale): Child {
  if (typeof content === 'string') return content;
  const { text, path, tone, missing, ways = [] } = content;
  const said = tone
    ? stateTag(text, tone)
    : path === undefined
      ? missing
        ? html`<span class="missing">${text}</span>`
        : text
      : html`<a href="${pathIn(locale.language, path)}">${text}</a>`;
  return ways.length === 0 ? said : html`${said}${text !== '' && ' '}${links(ways, locale)}`;
}

function links(ways: readonly WayOn[], { language }: DeskLocale): Html {
  return html`${ways.map(({ path, label }, index) => html`${index > 0 && ' · '}<a href="${pathIn(language, path)}">${label}</a>`)}`;
}
