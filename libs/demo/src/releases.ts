import type { Release } from '#ocds';
import { compactUtc, dateTime, type Instant } from './calendar.js';
import type { Blueprint } from './draw/blueprint.js';
import type { LifeEvent } from './life-event.js';
import { unitReference } from './party.js';

/** In: the events of a process in order. Out: a release for each that is published by `until`, dates strictly rising. */
export function toReleases(blueprint: Blueprint, events: readonly LifeEvent[], until: Instant): readonly Release[] {
  const releases: Release[] = [];
  let last = 0;
  for (const event of events) {
    last = Math.max(event.published, last + MINUTE);
    if (last > until) break;
    releases.push(toRelease(blueprint, event, last));
  }
  return releases;
}

/** Releases held up by a late one follow it, each a little after the other. */
const MINUTE = 60_000;

function toRelease({ ocid, buyer }: Blueprint, { tags, content }: LifeEvent, published: Instant): Release {
  return {
    ocid,
    id: `${ocid}-${compactUtc(published)}-${tags.at(-1)}`,
    date: dateTime(published),
    tag: tags,
    initiationType: 'tender',
    language: 'es',
    buyer: unitReference(buyer),
    ...content,
  };
}
