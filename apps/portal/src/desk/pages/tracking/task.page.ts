import { html } from '../../../html.js';
import type { Html } from '../../../html.js';
import { pathIn } from '../../../links.js';
import { errorSummary } from '../../components/error-summary.js';
import { areaField, checkField, fileField, radioField, selectField, textField } from '../../components/fields.js';
import { form } from '../../components/form.js';
import { pageHead } from '../../components/page-head.js';
import { summaryList } from '../../components/summary-list.js';
import { deskFrame } from '../../desk-frame.js';
import { deskLocaleOf } from '../../desk-locale.js';
import type { DeskLocale } from '../../desk-locale.js';
import type { FormState } from '../../views/desk.view.js';
import type { TaskField, TaskView } from '../../views/tracking.view.js';

/** One thing to do in the tracker, with what one has to know to do it. */
export function taskPage(view: TaskView): string {
  const locale = deskLocaleOf(view.site.language);
  const { title, lede, back, facts, fields, form: state, csrf, submit, files: upload } = view;
  const cancel = { href: pathIn(locale.language, back.path), label: locale.desk.form.cancel };
  const spec = { action: pathIn(locale.language, view.path), csrf, submit, cancel, upload };
  const main = html`${errorSummary(state.errors, locale)}${pageHead({ title, lede, back }, locale)}
${facts.length > 0 && summaryList(facts)}
${form(spec, html`${fields.map((one) => control(state, one, locale))}`)}`;
  return deskFrame(view, { title, section: 'seguimiento', faulty: state.errors.length > 0 }, main, locale);
}

/** What evidence may be, as the browser's own window is told; what a file really is, its content tells. */
const EVIDENCE_FILES = '.pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.pptx,.odt,.ods,.csv,.json,.txt,.mp4';

function control(state: FormState, field: TaskField, locale: DeskLocale): Html {
  const { kind, choices = [], ...spec } = field;
  switch (kind) {
    case 'area':
      return areaField(state, { ...spec, rows: 6 }, locale);
    case 'select':
      return selectField(state, { ...spec, choices, none: locale.desk.form.choose }, locale);
    case 'radio':
      return radioField(state, { ...spec, choices }, locale);
    case 'check':
      return checkField(state, { ...spec, choices }, locale);
    case 'file':
      return fileField(state, { ...spec, accept: EVIDENCE_FILES }, locale);
    default:
      return textField(state, { ...spec, kind, ...(kind === 'date' && { width: 'short' }) }, locale);
  }
}
