import type { PlanRecord } from '../model/plan-record.js';
import type { ContentsLine } from '../model/record.js';

/** The contents of a report that nobody has laid out: the order of the report of 2017, with what the plan has. */
export function defaultContents(plan: PlanRecord, year: number): readonly ContentsLine[] {
  const inYear = plan.events.filter(
    ({ date }) => date && date.earliest.slice(0, 4) <= `${year}` && date.latest.slice(0, 4) >= `${year}`,
  );
  const ids = (ofKind: (kind: string) => boolean) => inYear.filter(({ kind }) => ofKind(kind)).map(({ id }) => id);
  const presentations = ids((kind) => kind === 'presentacion');
  const others = ids((kind) => kind !== 'presentacion' && kind !== 'jornada_informativa');
  const days = ids((kind) => kind === 'jornada_informativa');
  const body = plan.governingBodies[0];
  return [
    line('Presentación', 1, 'presentation'),
    ...(body ? [line(`Integración del ${body.name}`, 1, 'body')] : []),
    ...(presentations.length > 0
      ? [{ ...line('Presentación del plan', 1, 'plan-presentation'), events: presentations }]
      : []),
    line('Seguimiento y cumplimiento de los compromisos', 1, 'follow-up'),
    ...plan.commitments.map(({ number }) => ({ ...line(`Compromiso ${number}`, 2, 'commitment'), commitment: number })),
    ...plan.programmes.map(({ id, name, shortName }) => ({
      ...line(shortName ?? name, 1, 'programme'),
      programme: id,
    })),
    ...(others.length > 0 ? [{ ...line('Eventos', 1, 'events'), events: others }] : []),
    ...(plan.sessions.length > 0 ? [line('Sesiones de trabajo', 1, 'body-sessions')] : []),
    ...(days.length > 0 ? [{ ...line('Jornadas informativas', 1, 'events'), events: days }] : []),
    ...(plan.channels.length > 0 ? [line('Difusión', 1, 'channels')] : []),
  ];
}

function line(title: string, level: number, section: ContentsLine['section']): ContentsLine {
  return { title, level, section };
}
