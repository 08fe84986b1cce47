import type { Frequency } from '#alerts';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { pathIn } from '../links.js';
import type { Language } from '../locale.js';
import type { SiteView } from '../views.js';
import type { AlertTarget } from './alert-target.js';
import { alertWords } from './alert-words.js';

/** The name of the field that no person sees; whoever fills it in is a program. */
export const ALERT_TRAP = 'sitio';

/** A form that was sent and not taken: what was written, and why not, by field. */
export interface RefusedAlert {
  readonly email: string;
  readonly frequency: string;
  readonly fault: string;
  readonly field: 'email' | 'frequency' | undefined;
}

/** Offers to follow what a page shows by mail, folded away; where no mail goes out, says what there is instead. */
export function alertOffer({ language, mail }: SiteView, target: AlertTarget | undefined): Html | false {
  if (target === undefined) return false;
  const words = alertWords(language);
  if (!mail) return html`<p class="note alert-offer">${words.off}</p>`;
  return html`<details class="alert-offer"><summary>${words.offer}</summary>
${alertForm(language, target)}
</details>`;
}

export function alertForm(language: Language, { topic, query }: AlertTarget, refused?: RefusedAlert): Html {
  const words = alertWords(language);
  return html`<form class="form" method="post" action="${pathIn(language, '/alertas')}" novalidate>
<input type="hidden" name="tema" value="${topic}">
<input type="hidden" name="consulta" value="${query}">
<div class="field${refused?.field === 'email' && ' wrong'}"><label for="aviso-correo">${words.email}</label>
<p class="hint" id="aviso-correo-hint">${words.emailHint}</p>
${fault('email', refused)}
<input class="input" id="aviso-correo" name="correo" type="email" maxlength="254" autocomplete="email" value="${refused?.email ?? ''}" ${described('email', refused)}></div>
<fieldset class="field${refused?.field === 'frequency' && ' wrong'}"><legend>${words.frequency}</legend>
${fault('frequency', refused)}
${(Object.keys(words.frequencies) as readonly Frequency[]).map(
  (
    one,
  ) => html`<div class="choice"><input type="radio" id="aviso-${one}" name="cada" value="${one}"${(refused?.frequency ?? 'weekly') === one && html` checked`}> <label for="aviso-${one}">${words.frequencies[one]}</label></div>
`,
)}</fieldset>
<div class="unseen"><label for="aviso-${ALERT_TRAP}">${words.trap}</label> <input id="aviso-${ALERT_TRAP}" name="${ALERT_TRAP}" type="text" tabindex="-1" autocomplete="off"></div>
<div class="buttons"><button class="button main" type="submit">${words.submit}</button></div>
</form>`;
}

function fault(field: RefusedAlert['field'], refused: RefusedAlert | undefined): Html | false {
  if (refused === undefined || refused.field !== field) return false;
  return html`<p class="fault" id="aviso-fault" role="alert">${refused.fault}</p>`;
}

function described(field: RefusedAlert['field'], refused: RefusedAlert | undefined): Html {
  if (refused === undefined || refused.field !== field) return html`aria-describedby="aviso-correo-hint"`;
  return html`aria-invalid="true" aria-describedby="aviso-correo-hint aviso-fault"`;
}
