import type { Assessment } from '#tracker';
import { dayInText } from '../../components/day.js';
import { missing } from '../../components/notice.js';
import { fillText, pluralOf } from '../../fill.js';
import { formatCount } from '../../format/number.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { webAddress } from '../../links.js';
import { absent, orAbsent, partialDay } from '../components/said.js';
import { factList, section } from '../components/section.js';
import { sourceMark } from '../components/source-mark.js';
import { organisationName, titleOf } from '../find-in-plan.js';
import { recorded, termOf, type TrackerLocale, trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { commitmentPath, trackerHref } from '../tracker-paths.js';

/** Every assessment, those of others first, then what the implementers say of themselves; with replies. */
export function assessmentsPage(view: TrackerPageView): string {
  const locale = trackerLocaleOf(view.site.language);
  const { assessments: words } = locale.tracker;
  const all = view.tracker.plan.assessments;
  const own = all.filter(({ lane }) => lane === 'autoevaluacion');
  const others = all.filter(({ lane }) => lane !== 'autoevaluacion');
  const final = others.filter(({ stage }) => stage === 'final').length;
  const head = {
    path: '/evaluaciones',
    section: 'assessments' as const,
    title: words.title,
    heading: fillText(pluralOf(words.heading, final), { n: formatCount(final) }),
    lede: words.lede,
  };
  const list = (some: readonly Assessment[]) =>
    some.length === 0
      ? missing(words.none)
      : html`<ul class="results">${some.map((one) => assessmentRow(view, one, locale))}</ul>`;
  const body = html`${section('de-otros', words.others, list(others))}
${section('propias', words.own, list(own))}`;
  return trackerPage(view, head, body, locale);
}

function assessmentRow(view: TrackerPageView, one: Assessment, locale: TrackerLocale): Html {
  const { plan, terms } = view.tracker;
  const { assessments: words, lanes, fields } = locale.tracker;
  const {
    id,
    commitment,
    lane,
    stage,
    assessor,
    organisation,
    completion,
    legacyDeclared,
    narrative,
    document,
    publishedOn,
    reply,
    from,
  } = one;
  const found = plan.commitments.find((each) => each.id === commitment);
  const own = terms.find(({ assessment }) => assessment === id);
  const linked = plan.documents.find((each) => each.id === document);
  const address = webAddress(linked?.url);
  const level =
    completion === undefined
      ? absent(one.nulls['completion'] ?? 'pendiente', locale)
      : html`<strong>${termOf('completion', completion, locale)}</strong>`;
  return html`<li id="${id}">
<h3>${found ? html`<a href="${trackerHref(view, commitmentPath(found.number))}">${locale.tracker.commitment.one} ${found.number}</a>` : words.wholePlan}: ${termOf('lane', lane, locale)}</h3>
<p>${level}${legacyDeclared && html`. ${lanes.legacy}`}${sourceMark(from, plan, locale)}</p>
${narrative !== undefined && html`<p class="prose">«${recorded(narrative, locale)}»</p>`}
${factList([
  [fields.stage, termOf('assessmentStage', stage, locale)],
  [
    fields.assessor,
    html`${recorded(assessor, locale)}${organisation !== undefined && html`, ${recorded(organisationName(plan, organisation), locale)}`}`,
  ],
  [fields.publishedOn, orAbsent(publishedOn && partialDay(publishedOn, locale), one, 'publishedOn', locale)],
  ...(linked
    ? [
        [
          fields.document,
          address === undefined
            ? recorded(linked.title, locale)
            : html`<a href="${address}" rel="external">${recorded(linked.title, locale)}</a>`,
        ] as const,
      ]
    : []),
  ...(own?.coiDeclaration === undefined
    ? []
    : [[fields.coiDeclaration, recorded(own.coiDeclaration, locale)] as const]),
  ...(own?.replyDue === undefined ? [] : [[fields.replyDue, dayInText(own.replyDue, locale)] as const]),
  ...(own && own.evidence.length > 0
    ? [
        [
          fields.evidence,
          own.evidence.map(
            (each, n) =>
              html`${n > 0 && ', '}<a href="${trackerHref(view, `/evidencias#${each}`)}">${recorded(titleOf(plan, each), locale)}</a>`,
          ),
        ] as const,
      ]
    : []),
  [
    lanes.reply,
    reply
      ? html`${termOf('replyAgreement', reply.agrees, locale)}: ${recorded(reply.text, locale)} (${dayInText(reply.on, locale)})`
      : html`<span class="missing">${lanes.noReply}</span>`,
  ],
])}
</li>
`;
}
