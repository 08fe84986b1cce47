import type { Membership, Seat } from '../../model/governance.js';
import type { Block, Text } from '../report-document.js';
import { dateWords, fieldText, missing, sourceRun } from '../words.js';
import { counted, field, fieldTable, nameOf, paragraph, remarksOn, type Writing } from '../writing.js';

/** Who sits in the governing body at the end of the year, with the seats that nobody holds. */
export function bodySection(writing: Writing): readonly Block[] {
  const { plan } = writing;
  const body = plan.governingBodies[0];
  if (!body) return [paragraph(missing('pendiente'))];
  return [
    fieldTable(body.name, [
      ['Nombres en la fuente', [{ text: (body.aliases ?? [body.name]).join(' · ') }, sourceRun(body.from)]],
      [
        'Se constituyó',
        [
          ...field(body, 'constituted', body.constituted && dateWords(body.constituted)),
          sourceRun(body.fieldFrom['constituted'] ?? body.from),
        ],
      ],
      ['Sitio', field(body, 'website', body.website)],
    ]),
    tally(writing),
    seatTable(writing),
    paragraph('Fechas de inicio y de término de cada nombramiento: ', termReason(plan.memberships), '.'),
    liaisonTable(writing),
    ...remarksOn(writing, [body.id, ...plan.seats.map(({ id }) => id), ...plan.memberships.map(({ id }) => id)]),
  ];
}

function tally(writing: Writing): Block {
  const { seats, memberships, liaisons } = writing.plan;
  const printed = seats.filter((seat) => seat.printed);
  const filled = printed.filter(({ id }) => holderOf(writing, id, 'titular'));
  const count = (id: string, label: string, value: number) => counted(writing, `body/${id}`, label, value);
  const sentence = [
    `${count('seats', 'Asientos en la tabla de la fuente', printed.length)} asientos en la tabla de la fuente`,
    `${count('filled', 'Asientos ocupados', filled.length)} ocupados`,
    `${count('vacant', 'Asientos vacantes', printed.length - filled.length)} vacantes`,
    `${count('implied', 'Asientos que se infieren y no están en la tabla', seats.length - printed.length)} más que se infiere y no está en la tabla`,
    `${count('alternates', 'Suplentes', memberships.filter(({ kind }) => kind === 'suplente').length)} suplentes`,
    `${count('liaisons', 'Enlaces institucionales', liaisons.length)} enlaces institucionales`,
  ];
  return paragraph(`${sentence.join('; ')}.`);
}

function seatTable(writing: Writing): Block {
  const rows = writing.plan.seats.map((seat): readonly Text[] => {
    const titular = holderOf(writing, seat.id, 'titular');
    const alternate = holderOf(writing, seat.id, 'suplente');
    return [
      [{ text: seat.name }, sourceRun(seat.from)],
      titular ? holder(writing, titular) : vacancy(seat),
      alternate
        ? [...holder(writing, alternate), sourceRun(alternate.fieldFrom['seat'] ?? alternate.from)]
        : [missing('no_reportado')],
    ];
  });
  return { kind: 'table', caption: 'Asientos, titulares y suplentes', head: ['Asiento', 'Titular', 'Suplente'], rows };
}

function holderOf({ plan }: Writing, seat: string, kind: Membership['kind']): Membership | undefined {
  return plan.memberships.find((one) => one.seat === seat && one.kind === kind && one.endedOn === undefined);
}

function holder(writing: Writing, { person, position }: Membership): Text {
  return [{ text: `${nameOf(writing, person)}. ${position}` }];
}

function vacancy({ printed, printedStatus, from }: Seat): Text {
  const why = printed ? (printedStatus ?? '') : (from.note ?? '');
  return [{ text: 'Vacante', style: 'strong' }, { text: why === '' ? '' : ` (${why})` }];
}

function termReason(memberships: readonly Membership[]) {
  const [first] = memberships;
  return first ? fieldText(first, 'startedOn', undefined)[0]! : missing('no_reportado');
}

function liaisonTable(writing: Writing): Block {
  const rows = writing.plan.liaisons.map((one): readonly Text[] => [
    [{ text: organisationName(writing, one.organisation) }],
    one.person === undefined ? field(one, 'person', undefined) : [{ text: nameOf(writing, one.person) }],
  ]);
  return { kind: 'table', caption: 'Enlaces institucionales', head: ['Institución', 'Persona'], rows };
}

function organisationName({ plan }: Writing, id: string): string {
  return plan.organisations.find((one) => one.id === id)?.name ?? id;
}
