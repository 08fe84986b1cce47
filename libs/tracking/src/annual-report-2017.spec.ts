import {
  buildReport,
  errataOf,
  isIntact,
  type PlanRecord,
  plainText,
  type ReportDocument,
  reportHtml,
  reportMarkdown,
  type ReportSection,
} from '#tracker';
import { loadPlans } from './load-plans.js';

let plan: PlanRecord;
let report: ReportDocument;

beforeAll(async () => {
  [plan] = (await loadPlans()) as [PlanRecord];
  report = buildReport(plan, { year: 2017 });
});

function textOf({ blocks }: ReportSection): string {
  return blocks
    .flatMap((block) => {
      if (block.kind === 'list') return block.items.map(plainText);
      return block.kind === 'table' ? block.rows.flat().map(plainText) : [plainText(block.text)];
    })
    .join('\n');
}

const figure = (id: string) => report.figures.find((one) => one.id === id);

describe('the annual report of 2017', () => {
  it('has the 21 lines of the contents of its source, in order, and then what this platform adds', () => {
    expect(report.sections.filter(({ inSource }) => inSource).map(({ title, page }) => `${title} ${page}`)).toEqual([
      'Presentación 1',
      'Integración del Secretariado Técnico Local 3',
      'Presentación del PAL 5',
      'Seguimiento y cumplimiento de los compromisos Plan de Acción 2016-2018 6',
      ...[1, 2, 3, 4, 5, 6, 7].map((number) => `Compromiso ${number} ${number + 6}`),
      'Taller de contrataciones abiertas 14',
      'LIIGA 15',
      'Feria Internacional del Libro 2017 21',
      'Encuentro Regional de las Américas de la Alianza para el Gobierno Abierto (Argentina 2017) 24',
      'Sesiones de trabajo 25',
      'Sesiones del STL y temas relevantes 25',
      'Reuniones de los enlaces 26',
      'Difusión 27',
      'Jornada Informativa 27',
      'Redes sociales 28',
    ]);
    expect(report.sections.slice(21).map(({ id }) => id)).toEqual([
      'medicion',
      'evaluacion',
      'reprogramaciones',
      'otras-fuentes',
      'inconsistencias',
      'evidencias',
      'cifras',
    ]);
  });

  it.each([
    ['plan/commitments', 7, undefined],
    ['comites-acompanamiento/reportedMeetings', 30, 'L98'],
    ['reuniones-enlaces/count', 21, 'L295, L299-302'],
    ['sesiones-2017/count', 4, 'L284'],
    ['e1/attendance', 31, 'L306-315'],
    ['e2/attendance', 76, 'L92'],
    ['e3/attendance', 76, 'L197-201'],
    ['e7/attendance', 2020, 'L253-255'],
    ['e8/attendance', 30, 'L259'],
    ['e9/attendance', 40, 'L264-266'],
    ['e10/attendance', 13600, 'L270'],
    ['e11/delegates', 2, 'L274-276'],
    ['liiga-ocotlan/workshops', 5, 'L209-229'],
    ['liiga-talpa/workshops', 4, 'L209-229'],
    ['convenio-2017/agreed', 1_000_000, 'L288'],
    ['c6/targets/1', 3, 'L173-183'],
    ['c6/targets/2', 10, 'L173-183'],
    ['body/seats', 8, undefined],
    ['body/filled', 6, undefined],
    ['body/vacant', 2, undefined],
    ['body/alternates', 5, undefined],
    ['body/liaisons', 6, undefined],
    ['body/resignations', 3, undefined],
    ['sites/topics', 26, undefined],
    ['sites/workshops', 9, undefined],
    ['sites/proposals', 2, undefined],
    ['liiga/components', 5, undefined],
    ['tablero/kinds', 4, undefined],
    ['agreements/count', 4, undefined],
    ['issues/open', 17, undefined],
  ])('has the figure %s: %d', (id, value, locator) => {
    expect(figure(id)).toMatchObject({ value });
    expect(figure(id)?.locator).toBe(locator);
  });

  it('says «al menos» of more than thirty, and flags the sessions and the two events of 76', () => {
    expect(figure('e8/attendance')).toMatchObject({ qualifier: 'at_least' });
    const [sessions, workshop] = ['Sesiones del STL y temas relevantes', 'Taller de contrataciones abiertas'].map(
      (title) => textOf(report.sections.find((section) => section.title === title)!),
    );
    expect(sessions).toContain('Inconsistencia D2');
    expect(workshop).toContain('Inconsistencia D5');
  });

  it('prints why the seven tables of metas and the figures of social networks are not there', () => {
    const lost = report.figures.filter(({ value, reason }) => value === null && reason === 'perdido_imagen');
    expect(lost.map(({ id }) => id)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7].map((number) => `c${number}/metas`),
      ...['facebook', 'twitter'].flatMap((name) => ['followers', 'posts', 'reach'].map((what) => `${name}/${what}`)),
    ]);
    for (const { title, ...section } of report.sections.filter(({ title: line }) => /^Compromiso \d$/.test(line))) {
      expect([title, textOf({ title, ...section })]).toEqual([
        title,
        expect.stringMatching(/Metas\. Se perdió con las imágenes del original/),
      ]);
    }
  });

  it('never shows a declared commitment as a plain «Completo»', () => {
    const followUp = textOf(report.sections[3]!);
    expect(followUp.match(/Completo\. Declarado en el informe 2017, sin evidencia en esta plataforma/g)).toHaveLength(
      7,
    );
    expect(followUp.match(/Completo/g)).toHaveLength(7);
  });

  it('prints no empty cell and no identifier in place of a name', () => {
    for (const { title, blocks } of report.sections) {
      for (const block of blocks) {
        if (block.kind !== 'table') continue;
        const first = block.rows.map(([cell]) => plainText(cell!).trim());
        expect([title, block.caption, first.filter((text) => text === '')]).toEqual([title, block.caption, []]);
      }
    }
    expect(reportMarkdown(report)).not.toMatch(/undefined|\[object|null/);
  });

  it('is the same report from the same data, and shows when someone altered it', () => {
    expect(buildReport(plan, { year: 2017 }).hash).toBe(report.hash);
    expect(isIntact(JSON.parse(JSON.stringify(report)) as ReportDocument)).toBe(true);
    expect(isIntact({ ...report, title: 'Otro' })).toBe(false);
  });

  it('tells each later difference as an erratum', () => {
    const events = plan.events.map((event) =>
      event.id === 'e1' ? { ...event, attendance: { ...event.attendance!, value: 33 } } : event,
    );
    const today = buildReport({ ...plan, events }, { year: 2017 });
    expect(errataOf(report, report)).toEqual([]);
    expect(errataOf(report, today)).toEqual([
      { place: 'Jornada Informativa: asistentes', before: '31', after: '33' },
      {
        place: 'Jornada Informativa',
        before: expect.stringMatching(/^Asistentes \| 31 /),
        after: expect.stringMatching(/^Asistentes \| 33 /),
      },
    ]);
  });

  it('escapes what a source may bring into HTML', () => {
    const hostile = { ...plan, statements: [{ ...plan.statements[0]!, text: '<script>alert(1)</script>' }] };
    expect(reportHtml(buildReport(hostile, { year: 2017 }))).not.toContain('<script>');
  });

  it('takes what the metrics say, without making it a verdict', () => {
    const figures = [{ metric: 'C7-01', label: 'Procesos publicados', value: '244' }];
    const measured = buildReport(plan, { year: 2017, measurements: new Map([['c7', { on: '2026-01-01', figures }]]) });
    const section = measured.sections.find(({ id }) => id === 'medicion')!;
    expect(textOf(section)).toContain('Medido, sin meta fijada');
    expect(textOf(section)).toContain('244');
  });
});

describe('the report of a plan that nobody has laid out', () => {
  it('has the same order, with what the plan has', async () => {
    const [, second] = await loadPlans();
    const { title, sections } = buildReport(second!, { year: 2020 });
    expect(title).toBe('Informe Anual de Actividades 2020');
    expect(sections.filter(({ id }) => /^s\d/.test(id)).map((section) => section.title)).toEqual([
      'Presentación',
      'Seguimiento y cumplimiento de los compromisos',
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((number) => `Compromiso ${number}`),
    ]);
    expect(textOf(sections[2]!)).toContain('Portal para opinar sobre proyectos normativos');
    expect(textOf(sections[2]!)).toContain('Pendiente de captura');
  });
});
