import { can } from '#access';
import { READABLE } from '#metrics';
import { recordMetricRule } from '#tracking';
import { textOf } from '../../controllers/form-body.js';
import { task } from '../task.js';
import { listed, sessionChoices } from './choices.js';

/** Sets the rule that moves a measured meta, as a session agreed. */
export const metricRule = task<'metas'>({
  name: 'regla',
  of: 'metas',
  actions: ['tracker:session'],
  offered: ({ actor, thing }) =>
    can(actor, 'tracker:session') && thing.mode === 'measured' && thing.state !== 'cancelada',
  facts: ({ thing, locale }) => [[locale.desk.tracking.facts.meta, thing.title]],
  fields: (place) => [
    { name: 'indicador', kind: 'select', choices: figures(place.locale.language) },
    { name: 'comparacion', kind: 'radio', choices: listed('metricComparator', place) },
    { name: 'umbral', kind: 'text' },
    { name: 'sesion', kind: 'select', choices: sessionChoices(place) },
    { name: 'desde', kind: 'date', optional: true },
    { name: 'motivo', kind: 'area', optional: true },
  ],
  begin: () => ({ comparacion: 'at_least' }),
  run: ({ place, tracking, values }) => {
    const [metric = '', part] = textOf(values, 'indicador').split('/');
    return recordMetricRule(tracking, place.actor, {
      plan: place.plan,
      milestone: place.id,
      metric,
      part,
      comparator: textOf(values, 'comparacion'),
      threshold: textOf(values, 'umbral'),
      session: textOf(values, 'sesion'),
      since: textOf(values, 'desde'),
      reason: textOf(values, 'motivo'),
    });
  },
  faults: { UNKNOWN: 'sesion', THRESHOLD: 'umbral', METRIC: 'indicador', DATE: 'desde' },
  done: 'registrado',
});

function figures(language: 'es' | 'en') {
  return READABLE.map(({ metric, part, label }) => ({
    value: part === undefined ? metric : `${metric}/${part}`,
    label: `${metric} ${label[language]}`,
  }));
}
