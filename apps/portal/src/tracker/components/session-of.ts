import type { StatusEvent } from '#tracker';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { titleOf } from '../find-in-plan.js';
import { recorded, type TrackerLocale } from '../tracker-locale.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { pageOf } from './page-of.js';

/** The session that agreed on what one of these lines of the log tells, with its page; undefined where none is told. */
export function sessionOf(
  view: TrackerPageView,
  lines: readonly Pick<StatusEvent, 'seq'>[],
  locale: TrackerLocale,
): Html | undefined {
  const { grounds } = view.tracker;
  const session = grounds.find(({ line }) => lines.some(({ seq }) => seq === line))?.session;
  if (session === undefined) return undefined;
  return sessionLink(view, session, locale);
}

/** The name of a session, which leads to its page. */
export function sessionLink(view: TrackerPageView, id: string, locale: TrackerLocale): Html {
  return html`<a href="${pageOf(view, id) ?? ''}">${recorded(titleOf(view.tracker.plan, id), locale)}</a>`;
}
