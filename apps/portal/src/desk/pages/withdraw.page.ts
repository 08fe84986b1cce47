import { html } from '../../html.js';
import { pathIn } from '../../links.js';
import { errorSummary } from '../components/error-summary.js';
import { areaField, textField } from '../components/fields.js';
import { form } from '../components/form.js';
import { pageHead } from '../components/page-head.js';
import { deskProcessPath, titleOrNumber } from '../components/process-table.js';
import { deskFrame } from '../desk-frame.js';
import { deskLocaleOf } from '../desk-locale.js';
import type { WithdrawView } from '../views/process.view.js';

/** Takes a process off the public site, or puts it back; either way with a reason that everybody can read. */
export function withdrawPage(view: WithdrawView): string {
  const locale = deskLocaleOf(view.site.language);
  const { form: formWords, withdraw, restore } = locale.desk;
  const words = view.restore ? restore : withdraw;
  const path = deskProcessPath(view.ocid);
  const back = { path, label: titleOrNumber(view, locale) };
  const fields = html`${areaField(view.form, { name: 'motivo', label: words.reason, hint: words.reasonHint }, locale)}
${!view.restore && textField(view.form, { name: 'oficio', label: withdraw.office, hint: withdraw.officeHint }, locale)}`;
  const spec = {
    action: pathIn(locale.language, `${path}/${view.restore ? 'restituir' : 'retirar'}`),
    csrf: view.csrf,
    submit: words.submit,
    tone: view.restore ? ('main' as const) : ('warn' as const),
    cancel: { href: pathIn(locale.language, path), label: formWords.cancel },
  };
  const main = html`${errorSummary(view.form.errors, locale)}${pageHead({ title: words.title, lede: words.lede, back }, locale)}${form(spec, fields)}`;
  return deskFrame(
    view,
    { title: words.title, section: 'procesos', faulty: view.form.errors.length > 0 },
    main,
    locale,
  );
}
