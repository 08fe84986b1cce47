import { html } from '../../html.js';
import type { Html } from '../../html.js';
import type { TrackerLocale } from '../tracker-locale.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { trackerHref } from '../tracker-paths.js';

/** The pages of the tracker in the order in which they are listed, by the names of their words. */
export const SECTIONS = {
  commitments: '/compromisos',
  measured: '/cumplimiento',
  evidence: '/evidencias',
  assessments: '/evaluaciones',
  discrepancies: '/discrepancias',
  reschedules: '/reprogramaciones',
  history: '/historial',
  issues: '/inconsistencias',
  body: '/secretariado',
  sessions: '/sesiones',
  agreements: '/acuerdos',
  committees: '/comites',
  funds: '/recursos',
  events: '/eventos',
  programme: '/liiga',
  report: '/informe-anual',
  plans: '/planes',
} as const;

export type SectionName = keyof typeof SECTIONS;

/** The second level of the navigation: closed on a phone; where there is room, the stylesheet keeps it open. */
export function trackerNav(view: TrackerPageView, current: SectionName, { tracker: words }: TrackerLocale): Html {
  return html`<nav class="tracker-nav" aria-label="${words.nav.label}">
<details><summary>${words.nav.label}: ${words.nav[current]}</summary>
<ul>${Object.entries(SECTIONS).map(
    ([
      name,
      path,
    ]) => html`<li><a href="${trackerHref(view, path)}"${name === current && html` aria-current="true"`}>${words.nav[name as SectionName]}</a></li>
`,
  )}</ul>
</details>
</nav>`;
}
