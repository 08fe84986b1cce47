import type { ReferenceKind } from '../model/reference-kind.js';
import type { ReferenceFact } from '../model/reference-version.js';
import { isDay } from './calendar-day.js';
import { formFaults } from './form-faults.js';
import { type ReferenceFault, referenceFault } from './reference-fault.js';

/** Everything that is wrong with a fact on its own. */
export function checkFact(kind: ReferenceKind, fact: ReferenceFact): readonly ReferenceFault[] {
  return [...formFaults(kind, fact.data), ...timeFaults(fact), ...formFaults('source', fact.source)];
}

function timeFaults({ validFrom, validTo }: ReferenceFact): ReferenceFault[] {
  const wrong = [
    ...dayFaults('validFrom', validFrom, { es: 'Primer día', en: 'First day' }),
    ...dayFaults('validTo', validTo, { es: 'Último día', en: 'Last day' }),
  ];
  if (wrong.length > 0 || validFrom === null || validTo === null || validFrom <= validTo) return wrong;
  return [referenceFault('RANGE', 'validTo')];
}

function dayFaults(field: string, day: string | null, label: { es: string; en: string }): ReferenceFault[] {
  return day === null || isDay(day) ? [] : [referenceFault('DATE', field, { label })];
}
