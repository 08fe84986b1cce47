import { html } from '../../html.js';
import type { Html } from '../../html.js';

/** How much a button weighs: the one thing to do, something else, something with consequences, or hardly a button. */
export type Tone = 'main' | 'plain' | 'warn' | 'link';

export interface FormSpec {
  readonly action: string;
  readonly csrf: string;
  readonly submit: string;
  readonly tone?: Tone;
  /** Where one goes who does not want to send it. */
  readonly cancel?: { readonly href: string; readonly label: string };
  /** With a file in it. */
  readonly upload?: boolean;
  readonly hidden?: Readonly<Record<string, string | undefined>>;
  /** A second way to send it: its name and value tell which button was used. */
  readonly second?: { readonly name: string; readonly value: string; readonly label: string };
}

/** A form with its fields one below the other; the browser's own checks are off, since the answer says more. */
export function form(spec: FormSpec, fields: Html): Html {
  return html`<form class="form" method="post" action="${actionOf(spec)}" novalidate${spec.upload && html` enctype="multipart/form-data" data-upload="true"`}>
${hiddenFields({ _csrf: spec.csrf, ...spec.hidden })}
${fields}
<div class="buttons">${button(spec.submit, spec.tone ?? 'main')}
${spec.second && html`<button class="button plain" type="submit" name="${spec.second.name}" value="${spec.second.value}">${spec.second.label}</button>`}
${spec.cancel && html`<a href="${spec.cancel.href}">${spec.cancel.label}</a>`}</div>
</form>`;
}

/** The fields of a form with a file are read after its token is asked for: its address carries the token. */
function actionOf({ action, csrf, upload }: FormSpec): string {
  return upload ? `${action}?_csrf=${encodeURIComponent(csrf)}` : action;
}

export interface ActionSpec {
  readonly action: string;
  readonly csrf: string;
  readonly label: string;
  readonly tone?: Tone;
  readonly hidden?: Readonly<Record<string, string | undefined>>;
}

/** A form that is only its button. */
export function actionForm({ action, csrf, label, tone = 'plain', hidden }: ActionSpec): Html {
  return html`<form class="action-form" method="post" action="${action}">${hiddenFields({ _csrf: csrf, ...hidden })}${button(label, tone)}</form>`;
}

/** An action that asks twice: the button comes with what it does, one click away. */
export function confirmedAction(spec: ActionSpec & { readonly summary: string; readonly consequence: string }): Html {
  return html`<details class="confirm"><summary>${spec.summary}</summary>
<p class="hint">${spec.consequence}</p>
${actionForm(spec)}</details>`;
}

/** Fields that nobody fills in. */
export function hiddenFields(values: Readonly<Record<string, string | undefined>>): Html {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return html`${given.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}

function button(label: string, tone: Tone): Html {
  return html`<button class="button ${tone}" type="submit">${label}</button>`;
}
