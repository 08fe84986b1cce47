import { textOf } from '../../examples/text-of.js';
import { inventedTracker } from '../examples/invented-tracker.js';
import { agreementsOf } from '../find-in-plan.js';
import { sessionPage } from './session.page.js';
import { sessionsPage } from './sessions.page.js';

const view = inventedTracker('es');
const { plan } = view.tracker;
const session = plan.sessions.find(({ id }) => agreementsOf(plan, id).length > 0)!;
const agreement = agreementsOf(plan, session.id)[0]!;
const way = `#${agreement.id}">`;

it('tells once what a session agreed on, whole and with the way to how it stands', () => {
  const page = sessionPage(view, session);
  expect(page.split(way)).toHaveLength(2);
  expect(textOf(page).split(agreement.text)).toHaveLength(2);
});

it('names the agreements in the list of sessions, where nothing else tells them', () => {
  expect(sessionsPage(view)).toContain(way);
});
