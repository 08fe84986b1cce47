import { labelOf } from '../../model/enumerations.js';
import { lanesOf } from '../../rules/lanes.js';
import type { Block, Text } from '../report-document.js';
import { dateWords, listWords, missing, sourceRun, strong } from '../words.js';
import { counted, field, fieldTable, figure, paragraph, remarksOn, type Writing } from '../writing.js';
import { columnTexts } from './lane-table.js';

/** How the plan is followed: committees, board, final report; and the commitments by lane. */
export function followUpSection(writing: Writing): readonly Block[] {
  const { plan } = writing;
  const [action] = plan.plans;
  const about = [action!.id, ...plan.committees.map(({ id }) => id), ...plan.monitoringBoards.map(({ id }) => id)];
  return [
    planTable(writing),
    ...plan.committees.map((one) => committeeTable(writing, one)),
    ...boards(writing),
    ...finalReport(writing),
    laneTable(writing),
    ...remarksOn(writing, about),
  ];
}

function planTable({ plan }: Writing): Block {
  const action = plan.plans[0]!;
  return fieldTable(action.name, [
    ['Periodo', [{ text: action.period.text ?? dateWords(action.period) }]],
    ['Estado', [{ text: labelOf('planStatus', action.status).es }]],
    ['Fecha de aprobación', field(action, 'approvedOn', action.approvedOn && dateWords(action.approvedOn))],
    [
      'Inicio de la implementación',
      field(action, 'implementationFrom', action.implementationFrom && dateWords(action.implementationFrom)),
    ],
    [
      'Marco',
      [
        ...field(action, 'framework', action.framework),
        ...(action.membership ? [{ text: `, «${action.membership}»` }] : []),
      ],
    ],
  ]);
}

function committeeTable(writing: Writing, committee: Writing['plan']['committees'][number]): Block {
  const { name, createdBy, sectorsRequired = [], count } = committee;
  return fieldTable(name, [
    ['Los crearon', [...field(committee, 'createdBy', createdBy), sourceRun(committee.from)]],
    ['Quiénes los forman', [{ text: listWords(sectorsRequired) }]],
    [
      'Reuniones, todos juntos',
      figure(writing, committee, 'reportedMeetings', 'Reuniones de los comités de acompañamiento'),
    ],
    ['Cuántos comités', field(committee, 'count', count === undefined ? undefined : String(count))],
    ['Integrantes', field(committee, 'members', undefined)],
    ['Fechas, minutas y asistencia', field(committee, 'meetingDates', undefined)],
  ]);
}

function boards(writing: Writing): readonly Block[] {
  return writing.plan.monitoringBoards.flatMap((board): Block[] => {
    const { name, url, documentKinds, from } = board;
    counted(writing, `${board.id}/kinds`, 'Clases de documentos del tablero', documentKinds.length);
    const rows = documentKinds.map(({ kind, text }): readonly Text[] => {
      const here = writing.plan.evidence.filter((one) => kind.includes(one.kind)).length;
      return [[{ text }], field(board, 'documentCount', undefined), [{ text: String(here) }]];
    });
    const title = paragraph(strong(name), `. ${url ?? ''}`, sourceRun(from));
    return [
      title,
      { kind: 'table', caption: 'Documentos del tablero', head: ['Clase', 'En la fuente', 'En esta plataforma'], rows },
    ];
  });
}

function finalReport({ plan }: Writing): readonly Block[] {
  const session = plan.sessions.find(({ id }) => id === plan.plans[0]!.finalReportSession);
  if (!session) return [];
  const when = session.date ? dateWords(session.date) : 'sin fecha reportada';
  return [
    paragraph(
      `Informe final: ${session.name}, ${when}. ${(session.content ?? []).join('. ')}.`,
      sourceRun(session.from),
    ),
  ];
}

function laneTable(writing: Writing): Block {
  const rows = writing.plan.commitments.map(({ id, number, title, shortTitle }): readonly Text[] => [
    [{ text: `${number}. ${shortTitle ?? title}` }],
    ...columnTexts(lanesOf(writing.plan, id, writing.measurements.get(id))),
  ]);
  if (rows.length === 0) return paragraph(missing('pendiente'));
  return {
    kind: 'table',
    caption: 'Los compromisos, por carril',
    head: ['Compromiso', 'Declarado', 'Evaluado', 'Medido'],
    rows,
  };
}
