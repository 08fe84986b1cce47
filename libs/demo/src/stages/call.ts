import type { Tender } from '#ocds';
import { DAY, dateTime, HOUR, type Instant } from '../calendar.js';
import { document } from '../document.js';
import type { Blueprint } from '../draw/blueprint.js';
import { netOf } from '../draw/lines.js';
import type { LifeEvent } from '../life-event.js';
import { money } from '../money.js';
import type { Random } from '../random.js';
import { unless } from '../unless.js';

/** The call for proposals, published the moment it opens. */
export function call(random: Random, blueprint: Blueprint): LifeEvent {
  const { schedule } = blueprint;
  const tender = { ...terms(blueprint), ...competition(random, blueprint), status: 'active' };
  return { tags: ['tender'], at: schedule.called, published: schedule.called, content: { tender } };
}

/** Out: what a call and a direct award both state: the procedure, its ground and the estimated value. */
export function terms({ number, procedure, lines, dirt }: Blueprint): Tender {
  return {
    id: number,
    procurementMethod: procedure.method,
    procurementMethodDetails: procedure.details,
    procurementMethodRationale: procedure.rationale,
    ...unless(dirt.has('noTenderValue'), { value: money(netOf(lines)) }),
  };
}

function competition(random: Random, blueprint: Blueprint): Tender {
  const { schedule, dirt, family } = blueprint;
  const byPrice = family.category === 'goods' || random.chance(0.3);
  return {
    awardCriteria: byPrice ? 'priceOnly' : 'ratedCriteria',
    awardCriteriaDetails: byPrice
      ? 'Precio más bajo entre las propuestas solventes.'
      : 'Evaluación por puntos y porcentajes.',
    submissionMethod: [random.chance(0.6) ? 'electronicSubmission' : 'inPerson'],
    hasEnquiries: true,
    ...unless(dirt.has('noTenderPeriod'), periods(schedule)),
    documents: [
      document(blueprint, 'tenderNotice', schedule.called),
      document(blueprint, 'biddingDocuments', schedule.called),
      document(blueprint, 'technicalSpecifications', schedule.called),
    ],
  };
}

/** Questions may be asked during the first 40 % of the submission period; the award is due within 20 days of its end. */
function periods({ called, firstCloses }: Blueprint['schedule']): Tender {
  const enquiriesClose = called + Math.floor(((firstCloses - called) * 0.4) / HOUR) * HOUR;
  return {
    tenderPeriod: period(called, firstCloses),
    enquiryPeriod: period(called, enquiriesClose),
    awardPeriod: period(firstCloses, firstCloses + 20 * DAY),
  };
}

function period(start: Instant, end: Instant): Tender['tenderPeriod'] {
  return { startDate: dateTime(start), endDate: dateTime(end), durationInDays: Math.floor((end - start) / DAY) };
}
