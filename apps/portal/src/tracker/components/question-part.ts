import type { Commitment } from '#tracker';
import type { TrackedComment } from '#tracking';
import { missing } from '../../components/notice.js';
import { fillText, pluralOf } from '../../fill.js';
import { formatDay } from '../../format/day.js';
import { formatCount } from '../../format/number.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { pathIn } from '../../links.js';
import type { Day } from '#ocds';
import type { QuestionsView } from '../questions-view.js';
import type { TrackerLocale } from '../tracker-locale.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { commitmentPath } from '../tracker-paths.js';

/** The name of the field that no person sees; whoever fills it in is a program. */
export const TRAP = 'sitio';

/** What was asked of a commitment, with the official answers, and the form to ask. */
export function questionPart(
  view: TrackerPageView,
  commitment: Commitment,
  questions: QuestionsView,
  locale: TrackerLocale,
): Html {
  const { published, open } = questions;
  const { questions: words } = locale.tracker;
  return html`${published.length === 0 ? missing(words.none) : html`<ol class="plain-list">${published.map((one) => asked(one, locale))}</ol>`}
${open && form(view, commitment, questions, locale)}`;
}

function asked(
  { id, text, author, askedOn, answer, answeredOn, daysToAnswer }: TrackedComment,
  locale: TrackerLocale,
): Html {
  const { questions: words } = locale.tracker;
  const days = daysToAnswer ?? 0;
  const took = fillText(pluralOf(words.took, days), { n: formatCount(days) });
  const onDay = (day: string) => formatDay(day as Day, locale);
  return html`<li id="${id}"><p lang="es"><strong>${text}</strong></p>
<p class="facts"><span>${author ?? words.anonymous}</span> <span>${onDay(askedOn)}</span></p>
${
  answer === null
    ? missing(words.noAnswer)
    : html`<p lang="es">${answer}</p>
<p class="facts"><span>${words.official}</span> <span>${onDay(answeredOn!)}</span> <span>${took}</span></p>`
}</li>
`;
}

function form(view: TrackerPageView, { number }: Commitment, { refused }: QuestionsView, locale: TrackerLocale): Html {
  const { questions: words } = locale.tracker;
  const [plan] = view.tracker.plan.plans;
  const wrong = refused !== undefined;
  return html`<h3 class="part" id="preguntar">${words.ask}</h3>
<form class="form" method="post" action="${pathIn(locale.language, `${commitmentPath(number)}/preguntas`)}#preguntar" novalidate>
<input type="hidden" name="plan" value="${plan!.id}">
<div class="field${wrong && ' wrong'}"><label for="pregunta">${words.text}</label>
<p class="hint" id="pregunta-hint">${words.textHint}</p>
${wrong && html`<p class="fault" id="pregunta-fault" role="alert">${refused.fault}</p>`}
<textarea class="input" id="pregunta" name="pregunta" rows="4" aria-describedby="pregunta-hint${wrong && ' pregunta-fault'}"${wrong && html` aria-invalid="true"`}>${refused?.text}</textarea></div>
<div class="field"><label for="nombre">${words.name} <span class="aside-inline">${words.optional}</span></label>
<p class="hint" id="nombre-hint">${words.nameHint}</p>
<input class="input" id="nombre" name="nombre" type="text" maxlength="100" autocomplete="name" value="${refused?.name}" aria-describedby="nombre-hint"></div>
<div class="unseen"><label for="${TRAP}">${words.trap}</label> <input id="${TRAP}" name="${TRAP}" type="text" tabindex="-1" autocomplete="off"></div>
<div class="buttons"><button class="button main" type="submit">${words.submit}</button></div>
</form>`;
}
