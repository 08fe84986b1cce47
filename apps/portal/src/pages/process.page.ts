import { citation } from '../components/citation.js';
import { dealTable } from '../components/deal-table.js';
import { documentTable } from '../components/document-table.js';
import { findingList } from '../components/finding-list.js';
import { itemTable } from '../components/item-table.js';
import { meetingTable } from '../components/meeting-table.js';
import { moneyTable } from '../components/money-table.js';
import { buyingTable, competingTable } from '../components/party-table.js';
import { paymentTables } from '../components/payment-tables.js';
import { processHead, processTitle } from '../components/process-head.js';
import { provenance } from '../components/provenance.js';
import { releaseTable } from '../components/release-table.js';
import { stateLabel } from '../components/state-label.js';
import { timeline } from '../components/timeline.js';
import { fillText } from '../fill.js';
import { frame } from '../frame.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { processAtPath, processPath } from '../links.js';
import { localeOf } from '../locale.js';
import type { Locale } from '../locale.js';
import { maskStory } from '../privacy/mask-story.js';
import { tellProcess } from '../story/process-story.js';
import type { ProcessStory } from '../story/process-story.js';
import type { ProcessView } from '../views.js';

/** One contracting process as a story with dates and money, down to the file it came from. */
export function processPage(view: ProcessView): string {
  const locale = localeOf(view.site.language);
  const { words } = locale;
  const story = maskStory(tellProcess(view.release, view.releases, view.versioned), words.mask);
  const page = [processTitle(story, view, words), story.buyer].filter((part) => part !== undefined).join(' · ');
  const title = fillText(words.site.title, { page, site: words.site.name });
  const description = fillText(words.process.description, {
    state: `${stateLabel(story.state, story.tenderStatus, locale)}.`,
    title: processTitle(story, view, words),
    buyer: story.buyer ?? words.row.noBuyer,
  });
  return frame(
    view.site,
    { title, description, path: pathOf(view), section: 'processes', unlisted: view.asOf !== undefined },
    content(story, view, locale),
  );
}

function pathOf({ ocid, asOf }: ProcessView): string {
  return asOf === undefined ? processPath(ocid) : processAtPath(ocid, asOf.id);
}

interface Section {
  readonly id: string;
  readonly heading: string;
  readonly body: Html;
}

function content(story: ProcessStory, view: ProcessView, locale: Locale): Html {
  const sections = sectionsOf(story, view, locale);
  return html`<article class="process">
${processHead(story, view, locale)}
<nav class="contents" aria-label="${locale.words.process.sections}"><ul>${sections.map(
    ({ id, heading }) => html`<li><a href="#${id}">${heading}</a></li>
`,
  )}</ul></nav>
${sections.map(
  ({ id, heading, body }) => html`<section class="railed" aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
<div>${body}</div>
</section>
`,
)}</article>`;
}

function sectionsOf(story: ProcessStory, view: ProcessView, locale: Locale): readonly Section[] {
  const { process: words } = locale.words;
  return [
    { id: 'etapas', heading: words.timeline, body: stages(story, view, locale) },
    { id: 'dinero', heading: words.money, body: moneyTable(story.money, story.excesses, locale) },
    { id: 'adjudicaciones', heading: words.deals, body: dealTable(story.deals, locale, view.parties) },
    { id: 'participantes', heading: words.who, body: participants(story, view, locale) },
    { id: 'partidas', heading: words.items, body: itemTable(story.items, locale) },
    { id: 'pagos', heading: words.payments, body: paymentTables(story, locale) },
    { id: 'documentos', heading: words.documents, body: documentTable(story.documents, locale, view.links) },
    { id: 'publicaciones', heading: words.releases, body: releaseTable(view.ocid, view.releases, locale) },
    { id: 'calidad', heading: words.findings, body: findingList(view.findings, locale) },
    { id: 'origen', heading: words.provenance, body: provenance(view, locale) },
    { id: 'citar', heading: words.cite, body: citation(story, view, locale) },
  ];
}

function stages(story: ProcessStory, { release }: ProcessView, locale: Locale): Html {
  return html`${timeline(story.timeline, story.method === 'direct', locale)}${labelNote(story, locale)}
${meetingTable(release, locale)}`;
}

function labelNote({ contradictedLabel, state }: ProcessStory, { words }: Locale): Html | false {
  if (contradictedLabel === undefined || state.stage === undefined) return false;
  const said = { label: words.stage[contradictedLabel], stage: words.stage[state.stage] };
  return html`<p class="note">${fillText(words.timeline.label, said)}</p>`;
}

function participants({ buying, competing }: ProcessStory, { parties }: ProcessView, locale: Locale): Html {
  return html`${buyingTable(buying, locale, parties)}${competingTable(competing, locale, parties)}`;
}
