import type { Language } from '../../locale.js';
import type {
  AuditView,
  KeysView,
  OrganisationsView,
  PublishersView,
  PublisherView,
  ReferenceEntryView,
  ReferenceListView,
  ReferencesView,
  UserFormView,
  UserLine,
  UsersView,
} from '../views/administration.view.js';
import { EMPTY_FORM } from '../views/desk.view.js';
import { inventedDesk } from './invented-desk.js';

const users: readonly UserLine[] = [
  {
    id: '1',
    name: 'Rosa Robledo',
    email: 'rosa@parques.example',
    state: 'active',
    roles: [{ role: 'publisher', organisation: 'Secretaría de Parques y Jardines' }, { role: 'monitor' }],
  },
  { id: '2', name: 'Ana Ríos', email: 'ana@rios.example', state: 'invited', roles: [] },
  { id: '3', name: 'Luz Soto', email: 'luz@rios.example', state: 'disabled', roles: [{ role: 'administrator' }] },
];

export const inventedUsers = (language: Language = 'es'): UsersView => ({
  ...inventedDesk(language),
  users,
  mayManage: true,
});

export function inventedUserForm(user: UserLine | undefined, language: Language = 'es'): UserFormView {
  return {
    ...inventedDesk(language),
    user,
    form: EMPTY_FORM,
    roles: [{ value: 'publisher', label: 'Publica' }],
    organisations: [{ value: 'parques', label: 'Secretaría de Parques y Jardines' }],
    link: user && 'https://compromiso7.example/escritorio/invitacion/enlace-de-prueba',
  };
}

export const inventedUser = users[0]!;

export function inventedOrganisations(language: Language = 'es'): OrganisationsView {
  const organisations = [
    { id: 'parques', name: 'Secretaría de Parques y Jardines', kind: 'publisher', publishes: true, people: 3 },
    { id: 'garante', name: 'Órgano garante', kind: 'monitor', publishes: false, people: 1 },
  ];
  return { ...inventedDesk(language), organisations, mayManage: true };
}

export function inventedPublishers(language: Language = 'es'): PublishersView {
  const publishers = [
    { id: 'parques', name: 'Secretaría de Parques y Jardines', prefix: 'ocds-000000', policy: 'hold' },
  ];
  return { ...inventedDesk(language), publishers };
}

export function inventedPublisher(prefixLocked: boolean, language: Language = 'es'): PublisherView {
  const values = {
    name: 'Secretaría de Parques y Jardines',
    ocidPrefix: 'ocds-000000',
    policy: 'hold',
    corrections: 'direct',
  };
  const form = { values, errors: [] };
  return { ...inventedDesk(language), id: 'parques', name: values.name, form, prefixLocked, mayChangePrefix: true };
}

export function inventedKeys(language: Language = 'es'): KeysView {
  const one = {
    organisation: 'Secretaría de Parques y Jardines',
    scopes: ['batch:upload', 'batch:read'],
    createdAt: '2026-01-01T00:00:00Z',
  };
  return {
    ...inventedDesk(language),
    keys: [
      {
        ...one,
        id: '9f2c',
        name: 'Carga nocturna',
        state: 'active',
        expiresAt: '2027-01-01T00:00:00Z',
        lastUsedAt: '2026-04-07T08:00:00Z',
      },
      { ...one, id: '1b77', name: 'Prueba', state: 'revoked' },
    ],
    made: { name: 'Carga nocturna', secret: 'c7k_9f2c_llave-inventada-para-el-muestrario' },
  };
}

export function inventedAudit(language: Language = 'es'): AuditView {
  return {
    ...inventedDesk(language),
    events: [
      {
        at: '2026-04-07T18:05:00Z',
        actor: 'Rosa Robledo',
        action: 'upload.confirm',
        subject: 'upload 0197',
        organisation: 'parques',
        detail: 'contratos-2026-t1.xlsx',
      },
      { at: '2026-04-07T08:00:00Z', actor: 'c7', action: 'key.add', subject: 'key 9f2c' },
    ],
    form: EMPTY_FORM,
    actions: [{ value: 'upload.confirm', label: 'upload.confirm' }],
    organisations: [{ value: 'parques', label: 'Secretaría de Parques y Jardines' }],
    pager: { next: '/escritorio/bitacora?antes=1' },
  };
}

export function inventedReferences(language: Language = 'es'): ReferencesView {
  return { ...inventedDesk(language), counts: { legal: 16, threshold: 3, body: 432, role: 1, calendar: 7 } };
}

export function inventedReferenceList(language: Language = 'es'): ReferenceListView {
  return {
    ...inventedDesk(language),
    kind: 'threshold',
    query: '',
    columns: [
      { es: 'Umbral', en: 'Threshold' },
      { es: 'Valor', en: 'Value' },
      { es: 'Desde', en: 'Since' },
    ],
    entries: [{ id: 'uma/1', cells: ['UMA diaria', '117.31 MXN', '2026-02-01'] }],
    mayEdit: true,
    pager: {},
  };
}

export function inventedReferenceEntry(language: Language = 'es'): ReferenceEntryView {
  return {
    ...inventedDesk(language),
    kind: 'threshold',
    id: 'uma/1',
    title: 'UMA diaria',
    fields: [
      { name: 'valor', label: { es: 'Valor', en: 'Value' }, kind: 'figure' },
      { name: 'desde', label: { es: 'Desde', en: 'Since' }, kind: 'date' },
      { name: 'nota', label: { es: 'Nota', en: 'Note' }, kind: 'long', optional: true },
    ],
    form: { values: { valor: '117.31', desde: '2026-02-01' }, errors: [] },
    mayEdit: true,
    history: [
      {
        at: '2026-02-03T16:00:00Z',
        by: 'Luz Soto',
        reason: 'Diario Oficial de la Federación',
        said: '113.14 MXN desde 2025-02-01',
      },
    ],
  };
}
