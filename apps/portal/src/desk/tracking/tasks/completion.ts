import { declareCompletion, implementersOf } from '#tracking';
import { textOf } from '../../controllers/form-body.js';
import { isInside } from '../sides.js';
import { task } from '../task.js';
import { evidenceChoices, listed, manyOf } from './choices.js';

/** Declares how far a commitment is complete. */
export const declaration = task<'compromisos'>({
  name: 'declarar',
  of: 'compromisos',
  actions: ['tracker:report'],
  offered: ({ actor, view, id }) => isInside(actor, 'tracker:report', implementersOf(view, id)),
  facts: ({ thing, locale }) => [[locale.desk.tracking.facts.commitment, thing.title]],
  fields: (place) => [
    { name: 'nivel', kind: 'radio', choices: listed('completion', place) },
    { name: 'declaracion', kind: 'area' },
    { name: 'evidencias', kind: 'check', choices: evidenceChoices(place, place.id), optional: true },
  ],
  run: ({ place, tracking, values }) =>
    declareCompletion(tracking, place.actor, {
      plan: place.plan,
      commitment: place.id,
      completion: textOf(values, 'nivel'),
      text: textOf(values, 'declaracion'),
      evidence: manyOf(values['evidencias']),
    }),
  faults: { CODE: 'nivel', TEXT: 'declaracion', NO_EVIDENCE: 'evidencias', UNKNOWN_EVIDENCE: 'evidencias' },
  done: 'registrado',
});
