import type { JsonObject } from '#ocds';
import { DAY, dateTime, HOUR, type Instant } from '../calendar.js';
import { document } from '../document.js';
import type { Blueprint } from '../draw/blueprint.js';
import { supplierReference } from '../party.js';
import { promptly } from '../publication.js';
import type { LifeEvent } from '../life-event.js';
import type { Random } from '../random.js';

/** What happens to an open call: the minutes of the clarification meeting, and a longer submission period. */
export function callChanges(random: Random, blueprint: Blueprint): readonly LifeEvent[] {
  const { firstCloses, closes } = blueprint.schedule;
  const extended = closes > firstCloses && !blueprint.dirt.has('noTenderPeriod');
  return [...(random.chance(0.35) ? [clarification(blueprint)] : []), ...(extended ? [extension(blueprint)] : [])];
}

/** The call is cancelled two thirds of the way to its end. */
export function cancellation(random: Random, blueprint: Blueprint): LifeEvent {
  const at = partOfPeriod(blueprint, 0.67);
  const documents = [document(blueprint, 'cancellationDetails', at)];
  const tender = { id: blueprint.number, status: 'cancelled', documents };
  return { tags: ['tenderCancellation'], at, published: promptly(random, at), content: { tender } };
}

function clarification(blueprint: Blueprint): LifeEvent {
  const at = partOfPeriod(blueprint, 0.45);
  const tender = {
    id: blueprint.number,
    clarificationMeetings: [meeting(blueprint, at)],
    documents: [document(blueprint, 'clarifications', at)],
  };
  return { tags: ['tenderUpdate'], at, published: at + 2 * HOUR, content: { tender } };
}

/** Extension `clarificationMeetings`; those who will offer came. */
function meeting({ competitors }: Blueprint, at: Instant): JsonObject {
  return { id: '1', date: dateTime(at), attendees: competitors.map(supplierReference) };
}

function extension(blueprint: Blueprint): LifeEvent {
  const { called, closes } = blueprint.schedule;
  const at = partOfPeriod(blueprint, 0.55);
  const endDate = dateTime(closes);
  const tender = {
    id: blueprint.number,
    tenderPeriod: { endDate, durationInDays: Math.floor((closes - called) / DAY) },
    awardPeriod: { startDate: endDate, endDate: dateTime(closes + 20 * DAY), durationInDays: 20 },
    amendments: [{ id: '1', date: dateTime(at), rationale: 'Se amplía el plazo para presentar propuestas.' }],
  };
  return { tags: ['tenderAmendment'], at, published: at + HOUR, content: { tender } };
}

function partOfPeriod({ schedule: { called, firstCloses } }: Blueprint, part: number): number {
  return called + Math.floor(((firstCloses - called) * part) / 1000) * 1000;
}
