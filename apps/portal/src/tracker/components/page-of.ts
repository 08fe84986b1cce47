import type { TrackerPageView } from '../tracker-page-view.js';
import { commitmentPath, ofVersion, sessionPath, trackerHref } from '../tracker-paths.js';
import { findAnything } from '../find-in-plan.js';

/** The address of the page on which something of the plan is told; undefined for what has none. */
export function pageOf(view: TrackerPageView, id: string): string | undefined {
  const [, year, version] = /^informe-anual-(\d{4})-v(\d+)$/.exec(id) ?? [];
  if (year !== undefined) return ofVersion(trackerHref(view, `/informe-anual/${year}`), Number(version));
  const path = pathOf(view, id);
  return path === undefined ? undefined : trackerHref(view, path);
}

function pathOf(view: TrackerPageView, id: string): string | undefined {
  const { plan } = view.tracker;
  const found = findAnything(plan, id);
  const commitmentOf = (of: string | undefined) => {
    const number = plan.commitments.find((one) => one.id === of)?.number;
    return number === undefined ? '/compromisos' : commitmentPath(number);
  };
  switch (found?.kind) {
    case 'commitments':
      return commitmentOf(id);
    case 'milestones':
      return `/metas/${encodeURIComponent(id)}`;
    case 'assessments':
      return `/evaluaciones#${id}`;
    case 'sessions':
      return sessionPath(id);
    case 'agreements':
      return `/acuerdos#${id}`;
    case 'events':
      return `/eventos#${id}`;
    case 'evidence':
      return `/evidencias#${id}`;
    case 'dataIssues':
      return `/inconsistencias#${id}`;
    case 'seats':
    case 'memberships':
    case 'liaisons':
    case 'governingBodies':
    case 'governanceChanges':
    case 'governanceInstruments':
      return '/secretariado';
    case 'committees':
    case 'monitoringBoards':
      return '/comites';
    case 'meetingSeries':
      return '/sesiones';
    case 'funds':
      return '/recursos';
    case 'programmes':
    case 'programmeSites':
    case 'programmeComponents':
      return '/liiga';
    default:
      return undefined;
  }
}
