import type { Agreement, Fund, Session } from '../../model/governance.js';
import { labelOf } from '../../model/enumerations.js';
import type { Block, Text } from '../report-document.js';
import { capitalised, dateWords, missing, sourceRun, strong } from '../words.js';
import { counted, field, fieldTable, figure, nameOf, paragraph, remarksOn, type Writing } from '../writing.js';

/** The sessions of the body: how many, which are known, what they agreed, who resigned, with what money. */
export function bodySessions(writing: Writing, seriesId: string | undefined): readonly Block[] {
  const { plan } = writing;
  const { sessions, agreements, governanceChanges, funds } = plan;
  const about = [sessions, agreements, governanceChanges, funds].flat().map(({ id }) => id);
  return [
    ...series(writing, seriesId),
    ...(sessions.length > 0 ? [sessionTable(sessions), absences(sessions[0]!)] : []),
    ...agreementBlocks(writing, agreements),
    ...resignations(writing),
    ...instruments(writing),
    ...funds.map((fund) => fundTable(writing, fund)),
    ...remarksOn(writing, [...about, ...(seriesId === undefined ? [] : [seriesId])]),
  ];
}

/** Meetings that are known as a count: place, topics, and what is not known of each. */
export function liaisonMeetings(writing: Writing, seriesId: string | undefined): readonly Block[] {
  return [...series(writing, seriesId), ...remarksOn(writing, seriesId === undefined ? [] : [seriesId])];
}

function series(writing: Writing, id: string | undefined): readonly Block[] {
  const found = writing.plan.meetingSeries.find((one) => one.id === id);
  if (!found) return [paragraph(missing('no_reportado'))];
  const { name, place, topics = [], topicsIncomplete, from } = found;
  return [
    fieldTable(name, [
      ['Cuántas', [...figure(writing, found, 'count', name), sourceRun(from)]],
      ...(place === undefined ? [] : [['Lugar', [{ text: place }]] as const]),
      ...(topics.length === 0
        ? []
        : [
            [
              'Temas',
              [{ text: `${topics.join('; ')}${topicsIncomplete ? ' (algunos de los principales)' : ''}` }],
            ] as const,
          ]),
      ...(from.note === undefined ? [] : [['Nota', [{ text: capitalised(from.note) }]] as const]),
      ['Fechas', field(found, 'dates', undefined)],
      ['Minutas', field(found, 'minutes', undefined)],
    ]),
  ];
}

function sessionTable(sessions: readonly Session[]): Block {
  const rows = sessions.map((session): readonly Text[] => [
    [{ text: session.name }, sourceRun(session.from)],
    field(session, 'date', session.date && dateWords(session.date)),
    [{ text: [...(session.content ?? []), ...(session.notes ?? [])].join('. ').replaceAll('..', '.') }],
  ]);
  return {
    kind: 'table',
    caption: 'Sesiones de las que se sabe algo',
    head: ['Sesión', 'Fecha', 'Qué se trató'],
    rows,
  };
}

function absences(session: Session): Block {
  return paragraph('Quórum, asistencia, votos y minutas: ', ...field(session, 'quorum', undefined), '.');
}

function agreementBlocks(writing: Writing, agreements: readonly Agreement[]): readonly Block[] {
  if (agreements.length === 0) return [];
  const count = counted(writing, 'agreements/count', 'Temas acordados', agreements.length);
  const rows = agreements.map((one): readonly Text[] => [
    [{ text: one.title }, sourceRun(one.from)],
    [{ text: one.text }],
    field(one, 'responsible', one.responsible && nameOf(writing, one.responsible)),
    one.state ? [{ text: labelOf('agreementState', one.state).es }] : field(one, 'state', undefined),
  ]);
  const source = writing.plan.sessions.find(({ id }) => id === agreements[0]!.session);
  return [
    paragraph(
      strong('Acuerdos. '),
      `${count} temas${source?.from.note === undefined ? '' : ` (${source.from.note})`}.`,
    ),
    { kind: 'table', caption: 'Temas acordados', head: ['Tema', 'Acuerdo', 'Responsable', 'Estado'], rows },
  ];
}

function resignations(writing: Writing): readonly Block[] {
  const list = writing.plan.governanceChanges;
  if (list.length === 0) return [];
  const count = counted(
    writing,
    'body/resignations',
    'Renuncias',
    list.filter(({ endReason }) => endReason === 'renuncia').length,
  );
  return [
    paragraph(
      strong('Renuncias. '),
      `${count}. Nombres, fechas y quién releva: `,
      ...field(list[0]!, 'person', undefined),
      '.',
    ),
    {
      kind: 'list',
      items: list.map(({ description, from, notes = [] }) => [
        { text: [description, ...notes].join('. ').replaceAll('..', '.') },
        sourceRun(from),
      ]),
    },
  ];
}

function instruments({ plan }: Writing): readonly Block[] {
  return plan.governanceInstruments.map((one) =>
    paragraph(
      strong(`${one.name}. `),
      `${one.versions.map(({ changeSummary }) => changeSummary).join('; ')}. Texto, versión y votación: `,
      ...field(one, 'text', undefined),
      '.',
      sourceRun(one.from),
    ),
  );
}

function fundTable(writing: Writing, fund: Fund): Block {
  const { name, origin, fiscalYear, purpose, executor } = fund;
  return fieldTable(name, [
    ['Origen', [{ text: origin ?? '' }, sourceRun(fund.from)]],
    ['Ejercicio fiscal', [{ text: fiscalYear === undefined ? '' : String(fiscalYear) }]],
    ['Para qué', [{ text: purpose ?? '' }]],
    ['Quién ejerce', [{ text: executor === undefined ? '' : nameOf(writing, executor) }]],
    [labelOf('fundAmount', 'agreed').es, figure(writing, fund, 'agreed', `${name}: convenido`)],
    [labelOf('fundAmount', 'transferred').es, figure(writing, fund, 'transferred', `${name}: transferido`)],
    [labelOf('fundAmount', 'exercised').es, figure(writing, fund, 'exercised', `${name}: ejercido`)],
    ['Contraparte', field(fund, 'counterparty', undefined)],
    ['Fecha de firma', field(fund, 'signedOn', undefined)],
    ['Desglose', field(fund, 'breakdown', undefined)],
  ]);
}
