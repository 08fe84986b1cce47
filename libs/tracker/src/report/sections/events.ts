import type { PublicEvent } from '../../model/activity.js';
import { labelOf } from '../../model/enumerations.js';
import type { Block } from '../report-document.js';
import { capitalised, dateWords, missing, sourceRun } from '../words.js';
import { field, type FieldRow, fieldTable, figure, nameOf, paragraph, remarksOn, type Writing } from '../writing.js';

/** Events, each with its table; attendees, participants and visitors are never summed. */
export function eventsSection(writing: Writing, ids: readonly string[]): readonly Block[] {
  const events = writing.plan.events.filter(({ id }) => ids.includes(id));
  if (events.length === 0) return [paragraph(missing('no_reportado'))];
  const kinds = new Set(events.map(({ attendance }) => attendance?.measure));
  return [
    ...events.flatMap((event) => eventBlocks(writing, event)),
    ...(kinds.size > 1
      ? [paragraph('Asistentes, participantes y visitantes se traslapan y son de distinta clase: no se suman.')]
      : []),
    ...remarksOn(writing, ids),
  ];
}

/** One event, as a table of what is known. */
export function eventBlocks(writing: Writing, event: PublicEvent): readonly Block[] {
  return [fieldTable(event.title.replace(/\.$/, ''), rowsOf(writing, event))];
}

function rowsOf(writing: Writing, event: PublicEvent): readonly FieldRow[] {
  const { kind, from, planned, date, place } = event;
  const label = `${labelOf('eventKind', kind).es}${planned ? ', proyectada' : ''}`;
  return [
    ['Clase', [{ text: label }, sourceRun(from)]],
    ['Fecha', field(event, 'date', date && dateWords(date))],
    ['Lugar', field(event, 'place', place)],
    ...contentRows(writing, event),
    ...attendanceRows(writing, event),
  ];
}

function contentRows(writing: Writing, event: PublicEvent): readonly FieldRow[] {
  const { aliases, organisers, audience, contents, nulls } = event;
  return [
    ...optional('También llamado', aliases?.join(', ')),
    ...optional('Participan', organisers?.map((id) => nameOf(writing, id)).join(', ')),
    ...speakers(writing, event),
    ...optional('Dirigido a', audience),
    ...optional('Contenido', contents?.join('; ')),
    ...(nulls['panellists'] ? [['Panelistas', field(event, 'panellists', undefined)] as const] : []),
    ...(nulls['materials'] ? [['Lista de materiales', field(event, 'materials', undefined)] as const] : []),
  ];
}

function attendanceRows(writing: Writing, event: PublicEvent): readonly FieldRow[] {
  const { delegates, attendance } = event;
  const title = event.title.replace(/\.$/, '');
  const label = attendance ? capitalised(labelOf('quantityMeasure', attendance.measure).es) : 'Asistencia';
  return [
    ...(delegates
      ? [['Participación de Jalisco', figure(writing, event, 'delegates', `${title}: enlaces que asistieron`)] as const]
      : []),
    [label, figure(writing, event, 'attendance', `${title}: ${label.toLowerCase()}`)],
    ...(attendance ? [['Desglose por sexo y sector', field(event, 'attendanceSplit', undefined)] as const] : []),
  ];
}

function optional(label: string, words: string | undefined): readonly FieldRow[] {
  return words === undefined || words === '' ? [] : [[label, [{ text: words }]]];
}

function speakers(writing: Writing, { speakers: list = [] }: PublicEvent): readonly FieldRow[] {
  return list.map(({ person, topic }) => {
    const position = writing.plan.people.find(({ id }) => id === person)?.position;
    const who = [nameOf(writing, person), position].filter(Boolean).join(', ');
    return ['Ponente', [{ text: topic === undefined ? who : `${who}: ${topic}` }]];
  });
}
