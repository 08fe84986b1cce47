import { ENUMERATIONS, type EnumerationName } from '#tracker';
import { implementersOf } from '#tracking';
import type { Choice } from '../../views/desk.view.js';
import type { Place, Standing } from '../place.js';
import { codeChoices } from '../task.js';

/** The codes of an enumeration of the tracker, to choose from. */
export function listed(name: EnumerationName, { locale }: Pick<Standing, 'locale'>): readonly Choice[] {
  return codeChoices(ENUMERATIONS[name].codes, locale);
}

/** The sessions of the plan, latest first. */
export function sessionChoices({ view }: Standing): readonly Choice[] {
  const { sessions } = view.plan;
  return sessions
    .toReversed()
    .map(({ id, name, date }) => ({ value: id, label: date ? `${name} (${date.latest})` : name }));
}

/** The evidence of a commitment and of its metas. */
export function evidenceChoices({ view }: Standing, commitment: string): readonly Choice[] {
  const metas = view.plan.milestones.filter((one) => one.commitment === commitment).map(({ id }) => id);
  const targets = new Set([commitment, ...metas]);
  return view.plan.evidence
    .filter(({ target }) => targets.has(target))
    .map(({ id, title, proves }) => ({ value: id, label: title, hint: proves }));
}

/** The organisations of the plan and those of the platform. */
export function bodyChoices({ view, organisations }: Place): readonly Choice[] {
  const own = view.plan.organisations.map(({ id, name }) => ({ value: id, label: name }));
  const known = new Set(own.map(({ value }) => value));
  return [...own, ...organisations.filter(({ value }) => !known.has(value))].toSorted((one, other) =>
    one.label.localeCompare(other.label, 'es'),
  );
}

/** The name of an organisation, as the plan has it. */
export function bodyName({ view }: Pick<Standing, 'view'>, id: string): string {
  return view.plan.organisations.find((one) => one.id === id)?.name ?? id;
}

/** Who implements a commitment, by name. */
export function implementerNames(standing: Pick<Standing, 'view'>, commitment: string): string {
  return implementersOf(standing.view, commitment)
    .map((id) => bodyName(standing, id))
    .join(', ');
}

/** Several values of one field. */
export function manyOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(',').filter((one) => one !== '');
}
