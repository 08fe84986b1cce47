import type { Assessment, Milestone } from '../model/commitment.js';
import { derivedCompletion } from './derived-completion.js';
import { lanesOf } from './lanes.js';

const COMMON = { from: { source: 's', kind: 'textual' }, fieldFrom: {}, nulls: {} } as const;

function assessment(
  lane: Assessment['lane'],
  completion?: Assessment['completion'],
  more: Partial<Assessment> = {},
): Assessment {
  return {
    ...COMMON,
    id: lane,
    commitment: 'c7',
    lane,
    stage: 'final',
    assessor: 'X',
    ...(completion && { completion }),
    ...more,
  };
}

const DECLARED = assessment('autoevaluacion', 'completo', { legacyDeclared: true });

describe('lanesOf', () => {
  it('keeps what is declared, assessed and measured apart, and tells where they differ', () => {
    const lanes = lanesOf({ milestones: [], assessments: [DECLARED, assessment('itei', 'limitado')] }, 'c7', {
      completion: 'sustancial',
      on: '2026-01-01',
      figures: [],
    });
    expect(lanes.declared).toMatchObject({
      declaration: { completion: 'completo', legacy: true },
      derived: 'sin_evidencia',
    });
    expect(lanes.assessed.map(({ completion }) => completion)).toEqual(['limitado']);
    expect(lanes.measured?.completion).toBe('sustancial');
    expect(lanes.discrepancies).toEqual([
      { between: ['autoevaluacion', 'itei'], levels: 2 },
      { between: ['autoevaluacion', 'medicion'], levels: 1 },
    ]);
  });

  it('finds no discrepancy with what is not final, not read yet, or measured without a threshold', () => {
    const draft = assessment('irm', undefined, { stage: 'draft', commitment: undefined });
    const sent = assessment('itei', 'limitado', { stage: 'sent_for_reply' });
    const lanes = lanesOf({ milestones: [], assessments: [DECLARED, draft, sent] }, 'c7', {
      on: '2026-01-01',
      figures: [],
    });
    expect(lanes.assessed.map(({ lane, stage }) => `${lane} ${stage}`)).toEqual(['irm draft', 'itei sent_for_reply']);
    expect(lanes.discrepancies).toEqual([]);
  });

  it('leaves a superseded assessment out', () => {
    const old = assessment('itei', 'limitado', { stage: 'superseded' });
    expect(lanesOf({ milestones: [], assessments: [DECLARED, old] }, 'c7').assessed).toEqual([]);
  });

  it('takes a placeholder of lost metas for nothing', () => {
    const placeholder = {
      ...COMMON,
      id: 'm',
      commitment: 'c7',
      title: 'x',
      kind: 'meta',
      mode: 'declared',
      placeholder: true,
    } satisfies Milestone;
    expect(lanesOf({ milestones: [placeholder], assessments: [] }, 'c7').declared.derived).toBe('sin_evidencia');
  });

  it('tells when the declaration goes beyond the milestones', () => {
    const meta = {
      ...COMMON,
      id: 'm',
      commitment: 'c7',
      title: 'x',
      kind: 'meta',
      mode: 'declared',
      state: 'en_proceso',
    } satisfies Milestone;
    expect(lanesOf({ milestones: [meta], assessments: [DECLARED] }, 'c7').discrepancies).toEqual([
      { between: ['autoevaluacion', 'derivado'], levels: 2 },
    ]);
  });
});

describe('derivedCompletion', () => {
  it.each([
    ['sin_evidencia', []],
    ['sin_evidencia', [{ state: 'cancelada' }]],
    ['no_iniciado', [{ state: 'programada' }, { state: 'no_cumplida' }]],
    ['limitado', [{ state: 'en_proceso' }, { state: 'programada' }]],
    ['limitado', [{ state: 'verificada' }, { state: 'programada' }, { state: 'programada' }]],
    ['sustancial', [{ state: 'verificada' }, { state: 'programada' }]],
    ['sustancial', [{ state: 'parcial' }]],
    ['completo', [{ state: 'verificada' }, { state: 'reportada' }, { state: 'cancelada' }]],
    [
      'sustancial',
      [
        { state: 'verificada', weight: 3 },
        { state: 'programada', weight: 1 },
        { state: 'programada', weight: 1 },
      ],
    ],
    ['limitado', [{ state: 'verificada', weight: 3 }, { state: 'programada' }, { state: 'programada' }]],
  ] as const)('is %s of %j', (expected, milestones) => {
    expect(derivedCompletion(milestones)).toBe(expected);
  });
});
