import { html } from '../../html.js';
import type { Child } from '../../html.js';
import { recorded, type TrackerLocale } from '../tracker-locale.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { trackerHref } from '../tracker-paths.js';

/** The open inconsistencies of some things, each leading to its place in the list of all. */
export function issueNotes(view: TrackerPageView, about: readonly string[], locale: TrackerLocale): Child {
  const open = view.tracker.plan.dataIssues.filter(
    (issue) => issue.status === 'abierta' && issue.about?.some((id) => about.includes(id)),
  );
  return open.map(
    ({ id, number, text }) =>
      html`<p class="attention"><strong><a href="${trackerHref(view, `/inconsistencias#${id}`)}">${locale.tracker.issues.one} ${number}</a></strong> ${recorded(text, locale)}</p>`,
  );
}
