import { can } from '#access';
import { issueReport } from '#tracking';
import { textOf } from '../../controllers/form-body.js';
import { task } from '../task.js';

/** Issues the annual report of a year, for the first time or again. */
export const issue = task<'informes'>({
  name: 'emitir',
  of: 'informes',
  actions: ['tracker:session'],
  offered: ({ actor, thing, today }) => can(actor, 'tracker:session') && String(thing.year) <= today.slice(0, 4),
  facts: ({ thing: { year, issued }, locale: { desk } }) => {
    const { facts: words } = desk.tracking;
    const [last] = issued;
    const before = last ? `${last.version}, ${last.issuedOn}` : desk.tracking.none;
    return [
      [words.year, String(year)],
      [words.lastVersion, before],
    ];
  },
  fields: ({ thing }) => [{ name: 'motivo', kind: 'area', optional: thing.issued.length === 0 }],
  run: ({ place, tracking, values }) =>
    issueReport(tracking, place.actor, {
      plan: place.plan,
      year: place.thing.year,
      reason: textOf(values, 'motivo'),
    }),
  done: 'registrado',
});
