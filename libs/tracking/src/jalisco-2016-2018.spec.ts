import { completenessOf, countPlan, type PlanRecord, type Quantity, type Recorded, RECORD_KINDS } from '#tracker';
import { loadPlans } from './load-plans.js';

let plan: PlanRecord;
let second: PlanRecord;

beforeAll(async () => {
  [plan, second] = (await loadPlans()) as [PlanRecord, PlanRecord];
});

function byId<One extends Recorded>(list: readonly One[], id: string): One {
  return list.find((one) => one.id === id)!;
}

describe('the plan of 2016-2018', () => {
  it('has the counts of its report', () => {
    expect(countPlan(plan)).toEqual({
      commitments: 7,
      selfAssessedComplete: 7,
      independentlyAssessed: 0,
      metas: 0,
      evidence: 0,
      printedSeats: 8,
      impliedSeats: 1,
      filledSeats: 6,
      vacantSeats: 2,
      alternates: 5,
      liaisons: 6,
      namedOrdinals: 2,
      resignations: 3,
      events: 12,
      openIssues: 17,
    });
  });

  it('keeps the counts that the report gives as the report gives them', () => {
    const said = ({ value, qualifier, measure }: Quantity) => `${value} ${qualifier} ${measure}`;
    expect(said(byId(plan.committees, 'comites-acompanamiento').reportedMeetings!)).toBe('30 exact meetings');
    expect(plan.meetingSeries.map(({ count }) => said(count))).toEqual([
      '4 words sessions',
      '21 exact meetings',
      '30 exact meetings',
    ]);
    expect(plan.funds.map(({ agreed, transferred, exercised }) => [said(agreed!), transferred, exercised])).toEqual([
      ['1000000 words MXN', undefined, undefined],
    ]);
  });

  it('keeps attendees, participants and visitors apart', () => {
    const counted = plan.events.flatMap(({ id, attendance }) =>
      attendance ? [`${id} ${attendance.value} ${attendance.qualifier} ${attendance.measure}`] : [],
    );
    expect(counted).toEqual([
      'e1 31 exact attendees',
      'e2 76 exact attendees',
      'e3 76 exact attendees',
      'e7 2020 exact participants',
      'e8 30 at_least attendees',
      'e9 40 exact attendees',
      'e10 13600 exact visitors',
    ]);
    expect(byId(plan.events, 'e11').delegates?.value).toBe(2);
  });

  it('has the laboratory by municipality', () => {
    const sites = plan.programmeSites.map(({ municipality, topics, workshops, proposals }) => [
      municipality,
      topics.length,
      workshops?.value,
      proposals?.length,
    ]);
    expect(sites).toEqual([
      ['Magdalena', 6, undefined, 2],
      ['Ocotlán', 9, 5, undefined],
      ['Talpa de Allende', 7, 4, undefined],
      ['Zapopan', 4, undefined, undefined],
    ]);
    expect(plan.programmeComponents).toHaveLength(5);
  });

  it('has the rest of what is counted', () => {
    expect(plan.organisations).toHaveLength(24);
    expect(plan.people).toHaveLength(13);
    expect(plan.agreements.map(({ session }) => session)).toEqual(['s-aug', 's-aug', 's-aug', 's-aug']);
    expect(plan.monitoringBoards.map(({ documentKinds }) => documentKinds.length)).toEqual([4]);
    expect(plan.annualReports.map(({ contents }) => contents.length)).toEqual([21]);
    expect(plan.statements.map(({ number }) => number)).toEqual(['P1', 'P2', 'P3', 'P4', 'P5', 'P6']);
    expect(plan.dataIssues.map(({ number }) => number)).toEqual(Array.from({ length: 17 }, (_, i) => `D${i + 1}`));
  });

  it('shows each commitment as declared in the report, without evidence here, and its metas as lost', () => {
    for (const { id, nulls, responsible } of plan.commitments) {
      expect(responsible).toBeUndefined();
      expect(nulls).toMatchObject({
        milestones: 'perdido_imagen',
        responsible: 'no_reportado',
        evidence: 'no_reportado',
      });
      const [declared, ...more] = plan.assessments.filter(({ commitment }) => commitment === id);
      expect(declared).toMatchObject({ lane: 'autoevaluacion', completion: 'completo', legacyDeclared: true });
      expect(more).toEqual([]);
    }
  });

  it('gives every fact of the report its line, and keeps what others say apart', () => {
    for (const kind of RECORD_KINDS) {
      for (const { id, from } of plan[kind] as readonly Recorded[]) {
        const located = from.source !== 'informe-2017' || /^L\d+/.test(from.locator ?? '');
        expect([kind, id, located]).toEqual([kind, id, true]);
      }
    }
    expect(plan.assertions).toHaveLength(33);
    expect(plan.assertions.every(({ from }) => from.kind === 'externo' && from.source !== 'informe-2017')).toBe(true);
  });

  it('says of every expected field its value or why it is absent', () => {
    const { expected, reported, missing } = completenessOf(plan);
    expect(expected - reported).toBe(Object.values(missing).reduce((sum, count) => sum + count, 0));
    expect(missing.perdido_imagen).toBeGreaterThanOrEqual(7 * 2);
  });
});

describe('the plan of 2019-2021', () => {
  it('loads from the same format with titles only', () => {
    expect(countPlan(second)).toMatchObject({ commitments: 8, selfAssessedComplete: 0, metas: 0, filledSeats: 0 });
    expect(second.commitments.map(({ ogpId }) => ogpId)).toEqual([
      'JAL0008',
      'JAL0009',
      'JAL0010',
      'JAL0011',
      'JAL0012',
      'JAL0013',
      'JAL0014',
      'JAL0015',
    ]);
    expect(second.commitments.every(({ objective, nulls }) => !objective && nulls.objective === 'pendiente')).toBe(
      true,
    );
  });
});
