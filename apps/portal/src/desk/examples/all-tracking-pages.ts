import type { Language } from '../../locale.js';
import { deskLocaleOf } from '../desk-locale.js';
import { taskPage } from '../pages/tracking/task.page.js';
import { trackingPage } from '../pages/tracking/tracking.page.js';
import { TASKS } from '../tracking/all-tasks.js';
import { type Place, type ThingKind, thingsOf } from '../tracking/place.js';
import { refusedAt, taskFields } from '../tracking/task-form.js';
import { refuse } from '#tracker';
import { commitmentView } from '../views-from-store/tracking/load-commitment.js';
import { trackingHome } from '../views-from-store/tracking/load-home.js';
import { LISTS } from '../views-from-store/tracking/load-lists.js';
import { metaView } from '../views-from-store/tracking/load-meta.js';
import { inventedDesk } from './invented-desk.js';
import { inventedStanding } from './invented-tracking.js';

/** Every page of the tracker at the desk, and the form of every task, with invented data. */
export function allTrackingPages(language: Language): Readonly<Record<string, string>> {
  const base = inventedDesk(language);
  const standing = inventedStanding(language);
  const empty = { ...standing, actor: { ...standing.actor, memberships: [] }, drafts: [], comments: [] };
  const at = <Kind extends ThingKind>(kind: Kind, id?: string) => placeOf(language, kind, id) as Place<Kind>;
  const page = (told: Omit<Parameters<typeof trackingPage>[0], keyof typeof base>) =>
    trackingPage({ ...base, ...told });
  return {
    tracking: page(trackingHome([standing], deskLocaleOf(language))),
    'tracking without anything to do': page(trackingHome([empty], deskLocaleOf(language))),
    'tracked commitment': page(commitmentView(at('compromisos', 'c7'))),
    'tracked commitment without metas': page(commitmentView(at('compromisos', 'c1'))),
    'tracked meta': page(metaView(at('metas', 'c7-m1'))),
    'tracked sessions': page(LISTS.sesiones(at('plan'))),
    'tracked issues': page(LISTS.inconsistencias(at('plan'))),
    'tracked annual reports': page(LISTS.informes(at('plan'))),
    'tracked questions': page(LISTS.preguntas(at('plan'))),
    ...Object.fromEntries(TASKS.map((task) => [`task ${task.of} ${task.name}`, taskForm(language, task)])),
  };
}

function taskForm(language: Language, task: (typeof TASKS)[number]): string {
  const place = placeOf(language, task.of);
  const { title, lede, submit } = place.locale.desk.tracking.tasks[task.name];
  const errors = [refusedAt(task, place, refuse('REASON').refusal)];
  return taskPage({
    ...inventedDesk(language),
    title,
    lede,
    submit,
    back: { path: '/escritorio/seguimiento', label: place.locale.desk.tracking.title },
    facts: task.facts?.(place) ?? [],
    path: '/escritorio/seguimiento',
    files: task.files ?? false,
    fields: taskFields(task, place),
    form: { values: task.begin?.(place) ?? {}, errors },
  });
}

function placeOf(language: Language, kind: ThingKind, id?: string): Place {
  const standing = inventedStanding(language);
  const things = thingsOf(standing, kind);
  const thing = things.find((one) => one.id === id) ?? things.at(-1)!;
  const organisations = [{ value: 'parques', label: 'Secretaría de Parques y Jardines' }];
  return { ...standing, kind, id: thing.id, thing, organisations };
}
