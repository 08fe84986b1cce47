import type { Agreement, PlanRecord, Recorded } from '#tracker';

/** The name of an organisation, or its id where the plan does not know it. */
export function organisationName({ organisations }: Pick<PlanRecord, 'organisations'>, id: string): string {
  return organisations.find((one) => one.id === id)?.name ?? id;
}

export function personName({ people }: Pick<PlanRecord, 'people'>, id: string): string {
  return people.find((one) => one.id === id)?.name ?? id;
}

/** Whatever has an id in a plan, and the kind that it is of. */
export function findAnything(
  plan: PlanRecord,
  id: string,
): { readonly kind: keyof PlanRecord; readonly item: Recorded } | undefined {
  for (const [kind, items] of Object.entries(plan) as [keyof PlanRecord, readonly Recorded[]][]) {
    const item = items.find((one) => one.id === id);
    if (item) return { kind, item };
  }
  return undefined;
}

/** What to call something in a list: its title, its name, else its id. */
export function titleOf(plan: PlanRecord, id: string): string {
  const [, year, version] = /^informe-anual-(\d{4})-v(\d+)$/.exec(id) ?? [];
  if (year !== undefined) return `Informe anual ${year}, versión ${version}`;
  const item = findAnything(plan, id)?.item as
    { title?: string; shortTitle?: string; name?: string; municipality?: string } | undefined;
  return item?.shortTitle ?? item?.title ?? item?.name ?? item?.municipality ?? id;
}

/** What a session agreed on, also where another did as well. */
export function agreementsOf({ agreements }: Pick<PlanRecord, 'agreements'>, id: string): readonly Agreement[] {
  return agreements.filter(({ session, alsoIn }) => session === id || alsoIn === id);
}

/** Everything that belongs to a commitment: itself, its metas, what is assessed of it. */
export function idsOf(
  plan: Pick<PlanRecord, 'milestones' | 'assessments' | 'evidence'>,
  commitment: string,
): readonly string[] {
  const metas = plan.milestones.filter((one) => one.commitment === commitment).map(({ id }) => id);
  const own = [commitment, ...metas];
  const assessments = plan.assessments.filter((one) => one.commitment === commitment).map(({ id }) => id);
  const evidence = plan.evidence.filter(({ target }) => own.includes(target)).map(({ id }) => id);
  return [...own, ...assessments, ...evidence];
}
