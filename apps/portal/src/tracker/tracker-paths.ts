import { pathIn } from '../links.js';
import type { TrackerPageView } from './tracker-page-view.js';

type Told = Pick<TrackerPageView, 'site' | 'tracker' | 'ownPlan'>;

/** The address of a page of the tracker in Spanish form, of the same plan and day as the one at hand. */
export function trackerPath({ tracker, ownPlan }: Told, path: string): string {
  const { id } = tracker.plan.plans[0]!;
  const query = new URLSearchParams({
    ...(id !== ownPlan && { plan: id }),
    ...(tracker.asOf !== undefined && { asof: tracker.asOf }),
  }).toString();
  const [plain, fragment] = path.split('#');
  return `${plain}${query && `?${query}`}${fragment === undefined ? '' : `#${fragment}`}`;
}

/** The same, in the reader's language: to be linked. */
export function trackerHref(view: Told, path: string): string {
  return pathIn(view.site.language, trackerPath(view, path));
}

/** The address of a file of the tracker, of the same plan and day. */
export function downloadHref(view: Told, file: string): string {
  return trackerPath(view, `/descargas/seguimiento/${file}`);
}

/** An address of an annual report or of its file, of one version. */
export function ofVersion(address: string, version: number | 'sin-emitir'): string {
  return `${address}${address.includes('?') ? '&' : '?'}version=${version}`;
}

export function commitmentPath(number: number): string {
  return `/compromisos/${number}`;
}

export function sessionPath(id: string): string {
  return `/sesiones/${encodeURIComponent(id)}`;
}

/** A municipality as it stands in an address: without accents, in small letters. */
export function municipalitySlug(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
}
