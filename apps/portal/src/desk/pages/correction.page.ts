import { fill } from '../../fill.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { pathIn } from '../../links.js';
import { correctionPath } from '../components/correction-table.js';
import { differenceTable } from '../components/difference-table.js';
import { errorSummary } from '../components/error-summary.js';
import { areaField } from '../components/fields.js';
import { actionForm, form } from '../components/form.js';
import { instant } from '../components/instant.js';
import { pageHead } from '../components/page-head.js';
import { deskProcessPath, titleOrNumber } from '../components/process-table.js';
import { deskFrame } from '../desk-frame.js';
import { deskLocaleOf } from '../desk-locale.js';
import type { DeskLocale } from '../desk-locale.js';
import type { CorrectionView } from '../views/process.view.js';

/** A correction that somebody proposed, with what it would change, for whoever decides. */
export function correctionPage(view: CorrectionView): string {
  const locale = deskLocaleOf(view.site.language);
  const { correction: words } = locale.desk;
  const { correction } = view;
  const name = titleOrNumber({ title: view.title, ocid: correction.ocid }, locale);
  const back = { path: deskProcessPath(correction.ocid), label: name };
  const by = fill(words.by, { who: correction.by, when: instant(correction.at) });
  const main = html`${errorSummary(view.form.errors, locale)}${pageHead({ title: words.title, lede: by, back }, locale)}
<p><strong>${words.reason}</strong> ${correction.reason}</p>
<section class="desk-part">${view.differences.length === 0 ? html`<p>${words.nothing}</p>` : differenceTable(words.caption, view.differences, locale)}</section>
${correction.state === 'proposed' ? decision(view, locale) : html`<p>${words.states[correction.state]}</p>`}`;
  return deskFrame(
    view,
    { title: words.title, section: 'procesos', faulty: view.form.errors.length > 0 },
    main,
    locale,
  );
}

function decision(view: CorrectionView, locale: DeskLocale): Html {
  const { correction: words } = locale.desk;
  if (!view.mayDecide) return html`<p class="hint">${words.waits}</p>`;
  const to = (what: string) => pathIn(locale.language, `${correctionPath(view.correction.id)}/${what}`);
  const reason = areaField(view.form, { name: 'motivo', label: words.rejectReason, rows: 2 }, locale);
  return html`<div class="desk-actions">${actionForm({ action: to('aprobar'), csrf: view.csrf, label: words.approve, tone: 'main' })}</div>
<details class="more"${view.form.errors.length > 0 && html` open`}><summary>${words.rejectAsk}</summary>
${form({ action: to('rechazar'), csrf: view.csrf, submit: words.reject, tone: 'warn' }, reason)}</details>`;
}
