import type { Examples } from '../../components/examples.js';
import type { Html } from '../../html.js';
import { html } from '../../html.js';
import type { Locale } from '../../locale.js';
import { deskLocaleOf } from '../desk-locale.js';
import type { DeskLocale } from '../desk-locale.js';
import { wrongForm } from '../examples/invented-desk.js';
import { inventedDifferences, inventedFaults, inventedPreview } from '../examples/invented-uploads.js';
import { DONE_CODES } from '../views/desk.view.js';
import { UPLOAD_STATES } from '../views/upload.view.js';
import { differenceTable } from './difference-table.js';
import { doneNote } from './done-note.js';
import { errorSummary } from './error-summary.js';
import { faultGroups } from './fault-groups.js';
import { areaField, checkField, fileField, radioField, selectField, textField } from './fields.js';
import { actionForm, confirmedAction } from './form.js';
import { previewSections } from './preview.js';
import { secretOnce } from './secret-once.js';
import { summaryList } from './summary-list.js';
import { uploadState } from './upload-table.js';

const choices = [
  { value: 'hold', label: 'Retenerlo', hint: 'No sale al sitio hasta que se corrija.' },
  { value: 'publish-marked', label: 'Publicarlo con sus observaciones' },
];

export const fieldExamples: Examples = {
  'one line, wrong': desk((locale) =>
    textField(wrongForm, { name: 'url', label: 'Dirección', hint: 'Con https://.' }, locale),
  ),
  'one line, optional': desk((locale) =>
    textField(wrongForm, { name: 'nota', label: 'Nota', optional: true, width: 'short' }, locale),
  ),
  'several lines': desk((locale) => areaField(wrongForm, { name: 'motivo', label: 'Motivo' }, locale)),
  'one of many': desk((locale) =>
    selectField(wrongForm, { name: 'papel', label: 'Papel', choices, none: '…' }, locale),
  ),
  'one of a few': desk((locale) => radioField(wrongForm, { name: 'policy', label: 'Qué se hace', choices }, locale)),
  'any of a few': desk((locale) => checkField(wrongForm, { name: 'permisos', label: 'Permisos', choices }, locale)),
  'a file': desk((locale) => fileField(wrongForm, { name: 'archivo', label: 'Archivo', accept: '.xlsx' }, locale)),
  'the error summary': desk(
    (locale) =>
      html`${errorSummary(wrongForm.errors, locale)}${textField(wrongForm, { name: 'id', label: 'Clave' }, locale)}`,
  ),
};

export const deskExamples: Examples = {
  'an action': () => actionForm({ action: '/escritorio', csrf: 'x', label: 'Pausar' }),
  'an action that asks twice': () =>
    confirmedAction({
      action: '/escritorio',
      csrf: 'x',
      label: 'Revocar',
      tone: 'warn',
      summary: 'Revocar…',
      consequence: 'No se puede deshacer.',
    }),
  'what was done': desk((locale) => html`${DONE_CODES.map((code) => doneNote(code, locale))}`),
  'states of an upload': desk((locale) => html`${UPLOAD_STATES.map((state) => html`${uploadState(state, locale)} `)}`),
  'facts by name': () =>
    summaryList([
      ['Formato', 'PNT'],
      ['Tamaño', '48.2 kB'],
    ]),
  'a secret, shown once': desk((locale) => secretOnce('La llave nueva', 'c7k_9f2c_…', 'Guardarla ahora.', locale)),
  'faults of cells': desk((locale) => faultGroups(inventedFaults, locale)),
  differences: desk((locale) => differenceTable('Qué cambia', inventedDifferences, locale)),
  'a preview': desk((locale) => previewSections({ ...inventedPreview, faults: [], differences: [] }, false, locale)),
};

function desk(example: (locale: DeskLocale) => Html | false): (locale: Locale) => Html | false {
  return (locale) => example(deskLocaleOf(locale.language));
}
