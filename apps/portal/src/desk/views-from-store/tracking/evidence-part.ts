import { labelOf } from '#tracker';
import { linkNotes } from '../../../components/link-notes.js';
import { type Place, trackingPath } from '../../tracking/place.js';
import type { TrackingPart } from '../../views/tracking.view.js';
import { waysAt } from './cells.js';

/** The evidence of some things, with its kept copy or its address. */
export function evidencePart(place: Place, targets: readonly string[]): TrackingPart {
  const { view, plan, locale, links } = place;
  const { tracking: words } = locale.desk;
  const { columns } = words;
  const copies = new Set(view.files.map(({ evidence }) => evidence));
  return {
    title: words.evidenceCaption,
    columns: [{ label: columns.evidence }, { label: columns.kind }, { label: columns.proves }, { label: columns.todo }],
    rows: view.plan.evidence
      .filter(({ target }) => targets.includes(target))
      .map((one) => [
        { text: one.title, ...(copies.has(one.id) && { path: trackingPath(plan, 'evidencias', one.id) }) },
        labelOf('evidenceKind', one.kind)[locale.language],
        one.url === undefined ? one.proves : [`${one.proves} (${one.url})`, ...notesOf(one.url)].join('. '),
        { text: '', ways: waysAt({ ...place, kind: 'evidencias', id: one.id, thing: one }) },
      ]),
    none: words.noEvidence,
  };

  function notesOf(url: string): readonly string[] {
    const health = links.get(url);
    return health ? linkNotes(health, locale) : [];
  }
}
