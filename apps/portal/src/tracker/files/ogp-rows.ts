import type { FlatRow } from '#ocds';
import { type CodeOf, labelOf, lanesOf, type PlanRecord } from '#tracker';
import type { RowList } from '#tables';
import { organisationName } from '../find-in-plan.js';
import type { TrackerPageView } from '../tracker-page-view.js';

/** The columns of the commitments sheet of the Open Government Partnership, in its order. */
const COLUMNS = [
  'Commitment Unique Identifier',
  'Country/Locality',
  'Region',
  'Theme',
  'Year Of Submission',
  'Action Plan Number',
  'Commitment Number',
  'Commitment Title',
  'Short Title',
  'Full Text',
  'Lead Institution',
  'Supporting Institution(s)',
  'URL',
  'OGP Value Access To Information',
  'OGP Value Civic Participation',
  'OGP Value Public Accountability',
  'OGP Value Technology',
  'Specificity',
  'Potential Impact',
  'Completion (Progress Report)',
  'Did It Open Government (Overall)',
];

/**
 * The commitments in the columns of the OGP's own sheet, to be pasted there. The identifiers are what other sources say
 * they are; completion is only that of a final assessment by somebody else, in the words of the OGP.
 */
export function ogpRows(view: TrackerPageView, origin: string): RowList {
  const { plan } = view.tracker;
  const { period, shortName } = plan.plans[0]!;
  const rows = plan.commitments.map((one): FlatRow => {
    const { id, number, title, shortTitle, objective, responsible, support = [], policyAreas = [] } = one;
    const address = `${origin}/compromisos/${number}${plan.plans[0]!.id === view.ownPlan ? '' : `?plan=${plan.plans[0]!.id}`}`;
    return [
      one.ogpId ?? saidElsewhere(plan, id, 'ogpId'),
      'Jalisco, Mexico',
      'Americas',
      policyAreas.join('; ') || saidElsewhere(plan, id, 'policyAreas'),
      period.earliest.slice(0, 4),
      shortName,
      String(number),
      title,
      shortTitle ?? null,
      objective ?? null,
      responsible === undefined ? null : organisationName(plan, responsible),
      support.map((each) => organisationName(plan, each)).join('; ') || null,
      address,
      null,
      null,
      null,
      null,
      null,
      null,
      assessedCompletion(view, id),
      null,
    ];
  });
  return { columns: COLUMNS.map((heading) => ({ heading, type: 'string' as const })), batches: [rows] };
}

function saidElsewhere({ assertions }: PlanRecord, id: string, field: string): string | null {
  const said = assertions.find((one) => one.about === id && one.field === field)?.value;
  return said === undefined ? null : String(said);
}

const PENDING = 'Pending IRM Review';

function assessedCompletion({ tracker: { plan }, measurements }: TrackerPageView, id: string): string {
  const final = lanesOf(plan, id, measurements.get(id)).assessed.findLast(
    ({ stage, completion }) => stage === 'final' && completion !== undefined,
  );
  return final ? labelOf('completion', final.completion as CodeOf<'completion'>).en : PENDING;
}
