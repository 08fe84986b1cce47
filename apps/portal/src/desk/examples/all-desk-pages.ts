import { inventedProcess } from '../../examples/invented-views.js';
import type { Language } from '../../locale.js';
import { auditPage } from '../pages/audit.page.js';
import { correctionPage } from '../pages/correction.page.js';
import { correctPage } from '../pages/correct.page.js';
import { deskProcessPage } from '../pages/desk-process.page.js';
import { deskHomePage } from '../pages/home.page.js';
import { keyFormPage, keysPage } from '../pages/keys.page.js';
import { organisationFormPage, organisationsPage } from '../pages/organisations.page.js';
import { processesPage } from '../pages/processes.page.js';
import { publisherPage, publishersPage } from '../pages/publisher.page.js';
import { referenceEntryPage, referenceListPage, referencesPage } from '../pages/references.page.js';
import { sendPage } from '../pages/send.page.js';
import { SOURCE_KINDS, sourceFormPage } from '../pages/source-form.page.js';
import { sourcePage } from '../pages/source.page.js';
import { sourcesPage } from '../pages/sources.page.js';
import { uploadPage } from '../pages/upload.page.js';
import { uploadsPage } from '../pages/uploads.page.js';
import { userFormPage } from '../pages/user-form.page.js';
import { usersPage } from '../pages/users.page.js';
import { withdrawPage } from '../pages/withdraw.page.js';
import { EMPTY_FORM } from '../views/desk.view.js';
import type { CorrectView, DeskProcessView } from '../views/process.view.js';
import { UPLOAD_STATES } from '../views/upload.view.js';
import { allTrackingPages } from './all-tracking-pages.js';
import * as administration from './invented-administration.js';
import * as desk from './invented-desk.js';
import * as uploads from './invented-uploads.js';

/** Every page of the desk with invented data, for tests and eyes that look at all of them. */
export function allDeskPages(language: Language): readonly { readonly name: string; readonly page: string }[] {
  const named = {
    ...sendingPages(language),
    ...processPages(language),
    ...sourcePages(language),
    ...administrationPages(language),
    ...allTrackingPages(language),
  };
  return Object.entries(named).map(([name, page]) => ({ name: `desk ${name} (${language})`, page }));
}

type Pages = Readonly<Record<string, string>>;

function sendingPages(language: Language): Pages {
  const base = desk.inventedDesk(language);
  const choices = [{ value: 'parques', label: 'Secretaría de Parques y Jardines' }];
  const send = { ...base, form: EMPTY_FORM, publishers: choices, profiles: choices, maxMegabytes: 64 };
  const errors = [{ field: 'archivo', message: 'Elegir el archivo que se va a cargar.' }];
  const again = {
    ...send,
    publishers: [...choices, { value: 'rios', label: 'Ríos' }],
    replaces: { id: '0197', fileName: 'contratos.xlsx' },
  };
  const inEachState = UPLOAD_STATES.map((state) => [
    `upload ${state}`,
    uploadPage(uploads.inventedUpload(state, language)),
  ]);
  return {
    home: deskHomePage(uploads.inventedDeskHome(language)),
    'empty home': deskHomePage({ ...base, sections: ['inicio'] }),
    send: sendPage(send),
    'send again': sendPage({ ...again, form: { values: { comprador: 'Ríos' }, errors } }),
    uploads: uploadsPage({
      ...base,
      lines: uploads.inventedUploads.lines,
      publishers: again.publishers,
      pager: { next: '/escritorio/cargas?antes=1' },
    }),
    'no uploads': uploadsPage({ ...base, lines: [], publishers: choices, pager: {} }),
    ...(Object.fromEntries(inEachState) as Pages),
  };
}

export function inventedDeskProcess(language: Language = 'es'): DeskProcessView {
  const { ocid, releases, findings, sources } = inventedProcess(language);
  const states = ['published', 'published', 'held'] as const;
  return {
    ...desk.inventedDesk(language),
    ocid,
    title: 'Adquisición de árboles y arbustos',
    buyer: 'Secretaría de Parques y Jardines',
    publisher: 'Secretaría de Parques y Jardines',
    state: 'proposed',
    releases: releases.map((one, n) => ({
      ...one,
      state: states[n] ?? 'accepted',
      ...(n === 2 && { reason: 'invalid' }),
    })),
    findings,
    sources,
    corrections: desk.inventedCorrections,
    may: { correct: true, withdraw: true, restore: false },
  };
}

export function inventedCorrect(language: Language = 'es'): CorrectView {
  return {
    ...desk.inventedDesk(language),
    ocid: 'ocds-000000-LPL-014-2024',
    title: 'Adquisición de árboles y arbustos',
    fields: [
      { name: 'tender-title', label: 'Título', group: 'Licitación', kind: 'text' },
      { name: 'tender-description', label: 'Descripción', group: 'Licitación', kind: 'long' },
      { name: 'award-0-amount', label: 'Monto', group: 'Adjudicación A-1', kind: 'amount' },
      { name: 'award-0-date', label: 'Fecha', group: 'Adjudicación A-1', kind: 'date' },
    ],
    form: {
      values: { 'tender-title': 'Adquisición de árboles', 'award-0-amount': '2318840', motivo: 'Cifras cambiadas.' },
      errors: [],
    },
    approves: true,
  };
}

function processPages(language: Language): Pages {
  const base = desk.inventedDesk(language);
  const process = inventedDeskProcess(language);
  const correct = inventedCorrect(language);
  const withdrawal = { at: '2026-04-07T18:05:00Z', reason: 'Se publicó dos veces.', office: 'DGA/12/2026' };
  const correction = {
    ...base,
    correction: desk.inventedCorrections[0]!,
    differences: uploads.inventedDifferences,
    mayDecide: true,
    form: EMPTY_FORM,
  };
  const form = { values: {}, errors: [{ field: 'motivo', message: 'Escribir este dato: Motivo.' }] };
  return {
    processes: processesPage({ ...base, query: 'árboles', rows: desk.inventedProcesses, pager: {} }),
    process: deskProcessPage(process),
    'withdrawn process': deskProcessPage({ ...process, state: 'withdrawn', withdrawal, corrections: [] }),
    correct: correctPage(correct),
    'correct with an error': correctPage({
      ...correct,
      form: { ...correct.form, errors: [{ field: 'award-0-date', message: 'Escribir una fecha como 2026-03-15.' }] },
    }),
    'review a correction': correctPage({ ...correct, differences: uploads.inventedDifferences }),
    correction: correctionPage(correction),
    'correction that was rejected': correctionPage({
      ...correction,
      correction: { ...correction.correction, state: 'rejected' },
    }),
    withdraw: withdrawPage({ ...base, ocid: process.ocid, title: process.title, restore: false, form }),
    restore: withdrawPage({ ...base, ocid: process.ocid, title: process.title, restore: true, form: EMPTY_FORM }),
  };
}

function sourcePages(language: Language): Pages {
  const base = desk.inventedDesk(language);
  const forms = SOURCE_KINDS.map((kind) => [
    `source form ${kind}`,
    sourceFormPage(desk.inventedSourceForm(kind, language)),
  ]);
  return {
    sources: sourcesPage({ ...base, sources: desk.inventedSources, mayManage: true }),
    source: sourcePage(desk.inventedSource(language)),
    'source kinds': sourceFormPage(desk.inventedSourceForm(undefined, language)),
    ...(Object.fromEntries(forms) as Pages),
  };
}

function administrationPages(language: Language): Pages {
  const base = desk.inventedDesk(language);
  const choices = [{ value: 'parques', label: 'Secretaría de Parques y Jardines' }];
  return {
    publishers: publishersPage(administration.inventedPublishers(language)),
    publisher: publisherPage(administration.inventedPublisher(true, language)),
    'publisher with a free prefix': publisherPage(administration.inventedPublisher(false, language)),
    organisations: organisationsPage(administration.inventedOrganisations(language)),
    'organisation form': organisationFormPage({
      ...base,
      form: { ...desk.wrongForm, errors: desk.wrongForm.errors.slice(0, 1) },
    }),
    users: usersPage(administration.inventedUsers(language)),
    'user invitation': userFormPage(administration.inventedUserForm(undefined, language)),
    user: userFormPage(administration.inventedUserForm(administration.inventedUser, language)),
    keys: keysPage(administration.inventedKeys(language)),
    'key form': keyFormPage({
      ...base,
      form: EMPTY_FORM,
      organisations: choices,
      scopes: [{ value: 'batch:upload', label: 'Cargar archivos' }],
    }),
    audit: auditPage(administration.inventedAudit(language)),
    references: referencesPage(administration.inventedReferences(language)),
    'reference list': referenceListPage(administration.inventedReferenceList(language)),
    'reference entry': referenceEntryPage(administration.inventedReferenceEntry(language)),
    'reference to read': referenceEntryPage({ ...administration.inventedReferenceEntry(language), mayEdit: false }),
  };
}
