import type { PlanRecord } from '../model/plan-record.js';
import type { AnnualReport, ContentsLine } from '../model/record.js';
import type { Measurement } from '../rules/lanes.js';
import { defaultContents } from './default-contents.js';
import { hashed, type Unhashed } from './report-text.js';
import type { Block, ReportDocument, ReportFigure, ReportSection } from './report-document.js';
import { annexes } from './sections/annexes.js';
import { bodySection } from './sections/body.js';
import { channelsSection } from './sections/channels.js';
import { commitmentSection } from './sections/commitment.js';
import { eventsSection } from './sections/events.js';
import { followUpSection } from './sections/follow-up.js';
import { presentation } from './sections/presentation.js';
import { programmeSection } from './sections/programme.js';
import { bodySessions, liaisonMeetings } from './sections/sessions.js';
import { paragraph, type Writing } from './writing.js';

/** What a report is made of, besides the plan. */
export interface ReportRequest {
  readonly year: number;
  /** What the metrics say, by commitment id. */
  readonly measurements?: ReadonlyMap<string, Measurement>;
}

/**
 * The annual report of a plan: the sections of the year's own report where there is one, in its order, then those that
 * this platform adds. Each number comes from what is recorded; what is absent is printed with its reason.
 */
export function buildReport(plan: PlanRecord, { year, measurements = new Map() }: ReportRequest): ReportDocument {
  const report = plan.annualReports.find((one) => one.year === year);
  const writing: Writing = { plan, year, measurements, section: '', figures: [] };
  const contents = report?.contents ?? defaultContents(plan, year);
  const sections = contents.map((line, index) => sectionOf(writing, line, { index, report }));
  const all = [...sections, ...annexes(writing)];
  const [measuredOn] = [...measurements.values()].map(({ on }) => on);
  return hashed({
    ...headOf(plan, year, report),
    ...(measuredOn !== undefined && { measuredOn }),
    sections: all,
    figures: writing.figures,
  });
}

function headOf(
  plan: PlanRecord,
  year: number,
  report: AnnualReport | undefined,
): Omit<Unhashed, 'sections' | 'figures'> {
  const { id, name } = plan.plans[0]!;
  return {
    format: 'compromiso7/informe-anual/1',
    language: 'es',
    title: report?.title ?? `Informe Anual de Actividades ${year}`,
    subtitle: `${name}. Generado con los datos del seguimiento de compromisos${report ? '; L y un número remiten a la línea del informe original' : ''}.`,
    year,
    plan: id,
  };
}

interface Place {
  readonly index: number;
  readonly report: AnnualReport | undefined;
}

function sectionOf(writing: Writing, line: ContentsLine, { index, report }: Place): ReportSection {
  const { title, level, page } = line;
  const id = `s${index + 1}`;
  return {
    id,
    title,
    level,
    inSource: report !== undefined,
    ...(page !== undefined && { page }),
    blocks: blocksOf({ ...writing, section: id }, line, report),
  };
}

function blocksOf(writing: Writing, line: ContentsLine, report: AnnualReport | undefined): readonly Block[] {
  switch (line.section) {
    case 'presentation':
      return presentation(writing, report);
    case 'body':
      return bodySection(writing);
    case 'plan-presentation':
    case 'events':
      return eventsSection(writing, line.events ?? []);
    case 'follow-up':
      return followUpSection(writing);
    case 'commitment':
      return commitmentSection(writing, line.commitment ?? 0);
    case 'programme':
      return programmeSection(writing, line.programme);
    case 'body-sessions':
      return bodySessions(writing, line.series);
    case 'liaison-meetings':
      return liaisonMeetings(writing, line.series);
    case 'channels':
      return channelsSection(writing);
    case 'sessions':
      return [paragraph('Las del órgano y las de sus enlaces, en los dos apartados que siguen.')];
    case 'dissemination':
      return [paragraph('Los actos y los canales por los que se dio a conocer el plan.')];
  }
}

/** The figures that a report was made with, by id. */
export function figuresById({ figures }: ReportDocument): ReadonlyMap<string, ReportFigure> {
  return new Map(figures.map((figure) => [figure.id, figure]));
}
