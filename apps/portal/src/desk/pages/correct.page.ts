import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { pathIn } from '../../links.js';
import { differenceTable } from '../components/difference-table.js';
import { errorSummary } from '../components/error-summary.js';
import { areaField, selectField, textField } from '../components/fields.js';
import { form } from '../components/form.js';
import { pageHead } from '../components/page-head.js';
import { deskProcessPath, titleOrNumber } from '../components/process-table.js';
import { deskFrame } from '../desk-frame.js';
import { deskLocaleOf } from '../desk-locale.js';
import type { DeskLocale } from '../desk-locale.js';
import type { CorrectableField, CorrectView } from '../views/process.view.js';

/** Corrects a process in two steps: what it should say and why, then what would change. */
export function correctPage(view: CorrectView): string {
  const locale = deskLocaleOf(view.site.language);
  const { correct: words } = locale.desk;
  const back = { path: deskProcessPath(view.ocid), label: titleOrNumber(view, locale) };
  const review = view.differences !== undefined && view.form.errors.length === 0;
  const title = review ? words.reviewTitle : words.title;
  const main = html`${errorSummary(view.form.errors, locale)}${pageHead({ title, lede: review ? words.reviewLede : words.lede, back }, locale)}
${review ? reviewStep(view, locale) : editStep(view, locale)}`;
  return deskFrame(view, { title, section: 'procesos', faulty: view.form.errors.length > 0 }, main, locale);
}

function editStep(view: CorrectView, locale: DeskLocale): Html {
  const { desk, language } = locale;
  const { correct: words } = desk;
  const path = deskProcessPath(view.ocid);
  const groups = [...new Set(view.fields.map(({ group }) => group))];
  const fields = html`${groups.map(
    (group) => html`<section class="form-part"><h2>${group}</h2>
${view.fields
  .filter((one) => one.group === group)
  .map(
    (one) => html`${fieldOf(one, view, locale)}
`,
  )}</section>
`,
  )}<section class="form-part"><h2>${words.why}</h2>${areaField(view.form, { name: 'motivo', label: words.reason, hint: words.reasonHint }, locale)}</section>`;
  const cancel = { href: pathIn(language, path), label: desk.form.cancel };
  return form(
    {
      action: pathIn(language, `${path}/corregir`),
      csrf: view.csrf,
      submit: words.review,
      cancel,
      hidden: { paso: 'revisar' },
    },
    fields,
  );
}

function fieldOf(
  { name, label, kind, choices }: CorrectableField,
  { form: state }: CorrectView,
  locale: DeskLocale,
): Html {
  const { correct: words, form: formWords } = locale.desk;
  if (kind === 'long') return areaField(state, { name, label, rows: 3 }, locale);
  if (kind === 'choice')
    return selectField(state, { name, label, choices: choices ?? [], none: formWords.choose }, locale);
  if (kind === 'date') return textField(state, { name, label, hint: words.dateHint, width: 'short' }, locale);
  return textField(
    state,
    { name, label, ...(kind === 'amount' && { figures: true, width: 'short' as const }) },
    locale,
  );
}

function reviewStep(view: CorrectView, locale: DeskLocale): Html {
  const { desk, language } = locale;
  const { correct: words } = desk;
  const action = pathIn(language, `${deskProcessPath(view.ocid)}/corregir`);
  const spec = {
    action,
    csrf: view.csrf,
    submit: view.approves ? words.publish : words.propose,
    hidden: { ...view.form.values, paso: 'enviar' },
  };
  return html`<section class="desk-part">${differenceTable(words.caption, view.differences ?? [], locale)}
<p><strong>${words.reason}:</strong> ${view.form.values['motivo']}</p></section>
<p class="hint">${view.approves ? words.publishHint : words.proposeHint}</p>
${form({ ...spec, second: { name: 'volver', value: 'si', label: words.goBack } }, html``)}`;
}
