import { ROW_OUTCOMES, UPLOAD_STATES } from '#publishing';

const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const instant = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T' } as const;
const maybe = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });

/** An object with these members; `optional` names those that may be absent. */
function object(properties: Readonly<Record<string, object>>, optional: readonly string[] = []): object {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required };
}

export const ref = (name: keyof typeof SCHEMAS) => ({ $ref: `#/components/schemas/${name}` });
const later = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const bilingual = object({ es: text, en: text });
const links = { type: 'object', additionalProperties: { type: 'string' } };
const identified = (...names: readonly string[]) => object(Object.fromEntries(names.map((name) => [name, text])));

const packageHead = {
  uri: text,
  version: { const: '1.1' },
  publishedDate: instant,
  publisher: object({ name: text }),
  license: text,
  publicationPolicy: text,
  extensions: { type: 'array', items: text },
  links,
};

const counts = (names: readonly string[]) => object(Object.fromEntries(names.map((name) => [name, count])));

/** What answers look like. The documents inside OCDS packages are described by OCDS itself. */
export const SCHEMAS = {
  Problem: object(
    {
      type: text,
      title: text,
      status: { type: 'integer' },
      detail: text,
      instance: text,
      requestId: text,
      code: text,
      message: bilingual,
      remedy: bilingual,
    },
    ['detail', 'requestId', 'code', 'message', 'remedy'],
  ),
  ReleasePackage: object(
    { ...packageHead, releases: { type: 'array', items: { ...identified('ocid', 'id', 'date') } } },
    ['links'],
  ),
  RecordPackage: object({ ...packageHead, records: { type: 'array', items: identified('ocid') } }, ['links']),
  TrackerPlans: object({
    plans: {
      type: 'array',
      items: identified('id', 'name', 'shortName', 'periodFrom', 'periodTo'),
    },
  }),
  TrackerItems: object({
    plan: text,
    kind: text,
    asOf: maybe(text),
    version: text,
    items: { type: 'array', items: { type: 'object' } },
  }),
  TrackerIssuedReports: object({
    plan: text,
    items: {
      type: 'array',
      items: object({ year: count, version: count, hash: text, issuedOn: text, reason: maybe(text), line: count }),
    },
  }),
  TrackerIssuedReport: identified('format', 'title', 'year', 'plan', 'sections', 'figures', 'hash'),
  TrackerDone: { type: 'object', additionalProperties: { type: 'string' } },
  Changes: object({
    ...packageHead,
    releases: { type: 'array', items: identified('ocid', 'id') },
    changes: {
      type: 'array',
      items: object({
        position: count,
        ocid: text,
        kind: text,
        releases: { type: 'array', items: text },
        date: instant,
        record: text,
      }),
    },
  }),
  Processes: object({
    total: count,
    totalIsCapped: { type: 'boolean' },
    processes: { type: 'array', items: identified('ocid', 'record', 'page') },
    links,
  }),
  Parties: object({
    total: count,
    totalIsCapped: { type: 'boolean' },
    parties: {
      type: 'array',
      items: object({
        id: text,
        name: text,
        names: { type: 'array', items: text },
        processes: count,
        offered: count,
        won: count,
        lost: count,
        awarded: { type: 'object', additionalProperties: text },
        contracted: { type: 'object', additionalProperties: text },
        firstYear: maybe(count),
        lastYear: maybe(count),
        page: text,
      }),
    },
    links,
  }),
  Stats: object({
    total: count,
    totalIsCapped: { type: 'boolean' },
    capped: { type: 'boolean' },
    counts: {
      type: 'object',
      additionalProperties: { type: 'array', items: object({ value: text, label: maybe(text), count }) },
    },
  }),
  CommitmentMetrics: object({
    asOf: instant,
    dataset: object({
      sha256: text,
      releases: count,
      processes: count,
      demonstration: { type: 'boolean' },
      hashed: bilingual,
    }),
    metrics: {
      type: 'array',
      items: object(
        {
          id: text,
          name: bilingual,
          question: bilingual,
          formula: bilingual,
          numerator: bilingual,
          denominator: bilingual,
          outsideDenominator: { type: 'boolean' },
          caveat: bilingual,
          criterion: bilingual,
          from: { type: 'array', items: text },
          url: text,
          observations: {
            type: 'array',
            items: object(
              {
                scope: object({ by: text, value: maybe(text) }),
                value: maybe(text),
                unit: text,
                numerator: maybe(text),
                denominator: maybe(text),
                currency: text,
                rows: text,
              },
              ['scope', 'currency', 'rows'],
            ),
          },
        },
        ['denominator', 'outsideDenominator'],
      ),
    },
  }),
  Reference: object({
    kind: text,
    asOf: text,
    entries: { type: 'array', items: object({ key: text, data: { type: 'object' }, version: count }) },
  }),
  Finding: object({
    n: { type: 'integer', minimum: 1 },
    severity: { enum: ['error', 'warning', 'note'] },
    rule: text,
    message: bilingual,
    remedy: bilingual,
    sheet: maybe(text),
    row: maybe(count),
    column: maybe({ type: 'integer', minimum: -1 }),
    cell: maybe(text),
    header: maybe(text),
    value: maybe(text),
    pointer: maybe(text),
    ocid: maybe(text),
    change: { enum: ['new', 'still', null] },
  }),
  Findings: object({ findings: { type: 'array', items: later('Finding') }, links }),
  Rows: object({
    rows: {
      type: 'array',
      items: object({
        sheet: text,
        row: count,
        outcome: { enum: ROW_OUTCOMES },
        reason: maybe(text),
        ocid: maybe(text),
        releaseId: maybe(text),
      }),
    },
    links,
  }),
  /** What taking the file in comes to. */
  Result: object(
    {
      profile: text,
      profileVersion: count,
      format: text,
      seenBefore: { type: 'boolean' },
      sheets: { type: 'array', items: object({ name: text, rows: count }) },
      rows: counts(ROW_OUTCOMES),
      releases: counts(['read', 'accepted', 'held', 'superseded', 'unchanged', 'refused']),
      processes: object({ new: count, changed: count, held: count, unchanged: count }, ['unchanged']),
      organisations: counts(['stored', 'unchanged', 'older']),
      findings: object({ error: count, warning: count, note: count, isCut: { type: 'boolean' } }),
      changes: {
        type: 'array',
        items: object({ ocid: text, releaseId: text, differences: { type: 'array' }, isCut: { type: 'boolean' } }),
      },
      comparison: counts(['fixed', 'still', 'new']),
    },
    ['profileVersion', 'rows', 'organisations', 'comparison'],
  ),
  Batch: object({
    id: text,
    state: { enum: UPLOAD_STATES },
    publisher: text,
    fileName: text,
    bytes: count,
    sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    profile: maybe(text),
    buyer: maybe(object({ name: text })),
    preview: { type: 'boolean' },
    replaces: maybe(text),
    by: object({ kind: text, name: text }),
    createdAt: instant,
    changedAt: instant,
    result: maybe(later('Result')),
    batch: maybe(text),
    error: maybe(object({ code: text, message: bilingual, remedy: bilingual })),
    links,
  }),
  Batches: object({ batches: { type: 'array', items: later('Batch') }, links }),
  Status: object({ status: text }),
} as const satisfies Readonly<Record<string, object>>;
