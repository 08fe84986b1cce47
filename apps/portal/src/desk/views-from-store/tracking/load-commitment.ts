import { labelOf, lanesOf, metasOf, type Assessment } from '#tracker';
import type { StateTone } from '../../components/state-tag.js';
import { type Place, trackingPath } from '../../tracking/place.js';
import { bodyName } from '../../tracking/tasks/choices.js';
import type { DeskView } from '../../views/desk.view.js';
import type { TrackingPart, TrackingView } from '../../views/tracking.view.js';
import { dateCell, milestoneState, waysAt } from './cells.js';
import { evidencePart } from './evidence-part.js';

/** A commitment at the desk: who implements it, what is said of it, its metas. */
export function commitmentView(place: Place<'compromisos'>): Omit<TrackingView, keyof DeskView> {
  const { thing, view, plan, locale } = place;
  const { tracking: words } = locale.desk;
  return {
    title: `${thing.number}. ${thing.shortTitle ?? thing.title}`,
    lede: thing.objective,
    back: { path: '/escritorio/seguimiento', label: words.title },
    facts: facts(place),
    ways: waysAt(place),
    parts: [
      metas(place),
      assessments(place),
      evidencePart(place, [thing.id, ...metasOf(view.plan, thing.id).map(({ id }) => id)]),
    ],
  };

  function metas({ id }: Place): TrackingPart {
    const { columns } = words;
    return {
      title: words.metasCaption,
      columns: [
        { label: columns.meta },
        { label: columns.state },
        { label: columns.originalDue, kind: 'day' },
        { label: columns.currentDue, kind: 'day' },
      ],
      rows: metasOf(view.plan, id).map((one) => [
        { text: [one.number, one.title].filter(Boolean).join(' '), path: trackingPath(plan, 'metas', one.id) },
        milestoneState(one.state, locale),
        dateCell(one.originalDue, one, 'originalDue', locale),
        dateCell(one.currentDue ?? one.originalDue, one, 'originalDue', locale),
      ]),
      none: words.noMetasYet,
    };
  }
}

type Fact = readonly [name: string, value: string];

function facts(place: Place<'compromisos'>): readonly Fact[] {
  const { thing, view, locale } = place;
  const { tracking: words } = locale.desk;
  const { declaration, derived } = lanesOf(view.plan, thing.id).declared;
  const { responsible, support = [] } = thing;
  const said = declaration?.completion && labelOf('completion', declaration.completion)[locale.language];
  const helping: Fact = [words.facts.support, support.map((id) => bodyName(place, id)).join(', ')];
  return [
    [words.facts.responsible, responsible ? bodyName(place, responsible) : words.noImplementers],
    ...(support.length > 0 ? [helping] : []),
    [words.facts.declared, [said ?? words.none, declaration?.legacy && words.legacy].filter(Boolean).join('. ')],
    [words.facts.derived, labelOf('completion', derived)[locale.language]],
  ];
}

const STAGES: Readonly<Record<Assessment['stage'], StateTone>> = {
  draft: 'quiet',
  sent_for_reply: 'attention',
  replied: 'moving',
  final: 'settled',
  superseded: 'quiet',
};

function assessments(place: Place<'compromisos'>): TrackingPart {
  const { view, drafts, locale, id } = place;
  const { tracking: words } = locale.desk;
  const own = drafts
    .filter(({ commitment }) => commitment === id)
    .map(({ body, ...draft }) => ({ ...body, id: draft.id, stage: 'draft' as const, kind: 'borradores' as const }));
  const told = view.plan.assessments
    .filter(({ commitment }) => commitment === id)
    .map((one) => ({ ...one, kind: 'evaluaciones' as const }));
  const { columns } = words;
  return {
    title: words.assessmentsCaption,
    columns: [
      { label: columns.lane },
      { label: columns.who },
      { label: columns.level },
      { label: columns.stage },
      { label: columns.says },
      { label: columns.todo },
    ],
    rows: [...own, ...told].map((one) => [
      labelOf('lane', one.lane)[locale.language],
      one.assessor,
      one.completion ? labelOf('completion', one.completion)[locale.language] : { text: words.notYet, missing: true },
      { text: labelOf('assessmentStage', one.stage)[locale.language], tone: STAGES[one.stage] },
      [one.narrative, one.reply && `${words.facts.reply}: ${one.reply.text}`].filter(Boolean).join(' — '),
      {
        text: '',
        ways:
          one.kind === 'borradores'
            ? waysAt({ ...place, kind: 'borradores', id: one.id, thing: drafts.find((draft) => draft.id === one.id)! })
            : waysAt({ ...place, kind: 'evaluaciones', id: one.id, thing: one }),
      },
    ]),
    none: words.noAssessments,
  };
}
