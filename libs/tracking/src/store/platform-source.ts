import { PLATFORM_SOURCE, type PlanRecord, type Recorded, type Source } from '#tracker';

const SOURCE: Source = {
  id: PLATFORM_SOURCE,
  title: 'Registrado en esta plataforma',
  from: { source: PLATFORM_SOURCE, kind: 'textual' },
  fieldFrom: {},
  nulls: { publishedOn: 'no_aplica', url: 'no_aplica' },
};

/** The plan with the source of what people recorded here, where they did. */
export function withPlatformSource(plan: PlanRecord): PlanRecord {
  const used = Object.values(plan).some((list: readonly Recorded[]) =>
    list.some(({ from, fieldFrom }) => [from, ...Object.values(fieldFrom)].some(isOurs)),
  );
  return used ? { ...plan, sources: [...plan.sources, SOURCE] } : plan;
}

function isOurs({ source }: Recorded['from']): boolean {
  return source === PLATFORM_SOURCE;
}
