import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import type { DeskLocale } from '../desk-locale.js';
import type { Choice, FormState } from '../views/desk.view.js';

/** What every field has. `name` is also its id, so that the error summary can link to it. */
export interface FieldSpec {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
}

export interface TextFieldSpec extends FieldSpec {
  readonly kind?: 'text' | 'email' | 'url' | 'date' | 'search';
  readonly width?: 'short' | 'medium';
  readonly autocomplete?: string;
  /** Money and counts: the keyboard of a phone shows figures. */
  readonly figures?: boolean;
}

/** One line to type. */
export function textField(form: FormState, spec: TextFieldSpec, locale: DeskLocale): Html {
  const { name, kind = 'text', width, autocomplete = 'off', figures } = spec;
  return field(form, spec, locale, (told) => {
    const mode = figures && html` inputmode="decimal"`;
    return html`<input class="input${width !== undefined && ` ${width}`}" id="${name}" name="${name}" type="${kind}" value="${form.values[name]}" autocomplete="${autocomplete}"${mode}${told}>`;
  });
}

/** Several lines to type. */
export function areaField(form: FormState, spec: FieldSpec & { readonly rows?: number }, locale: DeskLocale): Html {
  const { name, rows = 4 } = spec;
  return field(form, spec, locale, (told) => {
    return html`<textarea class="input" id="${name}" name="${name}" rows="${rows}"${told}>${form.values[name]}</textarea>`;
  });
}

/** One of many. An empty choice goes first where nothing is chosen by default. */
export function selectField(
  form: FormState,
  spec: FieldSpec & { readonly choices: readonly Choice[]; readonly none?: string },
  locale: DeskLocale,
): Html {
  const { name, choices, none } = spec;
  const all = none === undefined ? choices : [{ value: '', label: none }, ...choices];
  return field(form, spec, locale, (told) => {
    const options = all.map(
      ({ value, label }) =>
        html`<option value="${value}"${form.values[name] === value && html` selected`}>${label}</option>`,
    );
    return html`<select class="input" id="${name}" name="${name}"${told}>${options}</select>`;
  });
}

/** A file to send. */
export function fileField(form: FormState, spec: FieldSpec & { readonly accept: string }, locale: DeskLocale): Html {
  return field(form, spec, locale, (told) => {
    return html`<input class="input file" id="${spec.name}" name="${spec.name}" type="file" accept="${spec.accept}"${told}>`;
  });
}

/** One of a few, all in sight. */
export function radioField(
  form: FormState,
  spec: FieldSpec & { readonly choices: readonly Choice[] },
  locale: DeskLocale,
): Html {
  const chosen = form.values[spec.name];
  return group(form, spec, locale, 'radio', ({ value }) => value === chosen);
}

/** Any of a few; values that were chosen stand in the form as one text, with commas between. */
export function checkField(
  form: FormState,
  spec: FieldSpec & { readonly choices: readonly Choice[] },
  locale: DeskLocale,
): Html {
  const chosen = (form.values[spec.name] ?? '').split(',');
  return group(form, spec, locale, 'checkbox', ({ value }) => chosen.includes(value));
}

function group(
  form: FormState,
  spec: FieldSpec & { readonly choices: readonly Choice[] },
  locale: DeskLocale,
  type: 'radio' | 'checkbox',
  isChosen: (choice: Choice) => boolean,
): Html {
  const { name, choices } = spec;
  const fault = faultOf(form, name);
  // The first box bears the field's own name as its id: the error summary links to it.
  const idOf = (index: number) => (index === 0 ? name : `${name}-${index + 1}`);
  const box = (choice: Choice, index: number) => {
    const id = idOf(index);
    const hinted = choice.hint !== undefined && html` aria-describedby="${id}-hint"`;
    return html`<div class="choice"><input id="${id}" name="${name}" type="${type}" value="${choice.value}"${isChosen(choice) && html` checked`}${hinted}><label for="${id}">${choice.label}</label>${choice.hint !== undefined && html`<p class="hint" id="${id}-hint">${choice.hint}</p>`}</div>
`;
  };
  return html`<fieldset class="field${fault !== undefined && ' wrong'}"${describedBy(spec, fault)}>
<legend>${labelText(spec, locale)}</legend>
${notes(spec, fault, locale)}
${choices.map(box)}</fieldset>`;
}

function field(form: FormState, spec: FieldSpec, locale: DeskLocale, control: (told: Html) => Html): Html {
  const fault = faultOf(form, spec.name);
  const told = html`${describedBy(spec, fault)}${fault !== undefined && html` aria-invalid="true"`}`;
  return html`<div class="field${fault !== undefined && ' wrong'}">
<label for="${spec.name}">${labelText(spec, locale)}</label>
${notes(spec, fault, locale)}
${control(told)}
</div>`;
}

function labelText({ label, optional }: FieldSpec, { desk: words }: DeskLocale): Child {
  return [label, optional && html` <span class="aside-inline">${words.form.optional}</span>`];
}

function notes({ name, hint }: FieldSpec, fault: string | undefined, { desk: words }: DeskLocale): Html {
  return html`${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}
${fault !== undefined && html`<p class="fault" id="${name}-fault"><span class="unseen">${words.form.error}</span> ${fault}</p>`}`;
}

function describedBy({ name, hint }: FieldSpec, fault: string | undefined): Html | false {
  const ids = [hint !== undefined && `${name}-hint`, fault !== undefined && `${name}-fault`].filter(Boolean);
  return ids.length > 0 && html` aria-describedby="${ids.join(' ')}"`;
}

function faultOf({ errors }: FormState, name: string): string | undefined {
  return errors.find(({ field: at }) => at === name)?.message;
}
