/** How often a rule was broken at a generic path, by `rule path`. */
export type Tally = ReadonlyMap<string, number>;

/** What the reference validator says of a package: the parts of its answer that are compared. */
export interface ReferenceAnswer {
  readonly validation_errors: readonly { readonly type: string; readonly path: string; readonly description: string }[];
  readonly additional_closed_codelist_values: Readonly<Record<string, { readonly values: readonly string[] }>>;
  readonly additional_open_codelist_values: Readonly<Record<string, { readonly values: readonly string[] }>>;
  readonly additional_fields: readonly {
    readonly path: string;
    readonly field: string;
    readonly usage_count: number;
  }[];
  readonly deprecated_fields: readonly { readonly field: string; readonly paths: readonly string[] }[];
  readonly structure_warnings?: { readonly missing_ids?: readonly string[] };
  readonly additional_checks: { readonly empty_field?: readonly { readonly json_location: string }[] };
  readonly conformance_errors?: { readonly ocds_prefixes_bad_format?: readonly (readonly [string, string])[] };
}

/** The reference's answer in the project's own words for rules. */
export function tallyTheirs(answer: ReferenceAnswer): Tally {
  return countKeys([
    ...answer.validation_errors.map(({ type, path, description }) => errorKey(type, genericPath(path), description)),
    ...codeKeys('code-not-in-closed-list', answer.additional_closed_codelist_values),
    ...codeKeys('code-not-in-open-list', answer.additional_open_codelist_values),
    ...answer.additional_fields.flatMap(({ path, field, usage_count: count }) =>
      Array<string>(count).fill(`additional-field ${genericPath(`${path}/${field}`)}`),
    ),
    ...answer.deprecated_fields.flatMap(({ field, paths }) =>
      paths.map((path) => `deprecated-field ${genericPath(`${path}/${field}`)}`),
    ),
    ...(answer.structure_warnings?.missing_ids ?? []).map((path) => `missing-id ${genericPath(path)}`),
    ...(answer.additional_checks.empty_field ?? []).map((empty) => `empty-field ${genericPath(empty.json_location)}`),
    ...(answer.conformance_errors?.ocds_prefixes_bad_format ?? []).map(
      ([, path]) => `ocid-format ${genericPath(path)}`,
    ),
  ]);
}

/** A path without the indexes of lists, and without a slash at its begin. */
export function genericPath(path: string): string {
  return path
    .split('/')
    .filter((segment) => segment !== '' && !/^\d+$/.test(segment))
    .join('/');
}

export function countKeys(keys: readonly string[]): Tally {
  const tally = new Map<string, number>();
  for (const key of keys) tally.set(key, (tally.get(key) ?? 0) + 1);
  return tally;
}

const RULES: Readonly<Record<string, string>> = {
  'date-time': 'format',
  uri: 'format',
  minLength: 'min-length',
  minItems: 'min-items',
};

function errorKey(type: string, path: string, description: string): string {
  if (type === 'required')
    return `required ${genericPath(`${path}/${/'(.+?)' is missing/.exec(description)?.[1] ?? '?'}`)}`;
  if (type === 'uniqueItems') return uniqueKey(path, description);
  return `${RULES[type] ?? (TYPES.has(type) ? 'type' : type)} ${path}`;
}

const TYPES = new Set(['string', 'number', 'integer', 'object', 'array', 'boolean']);

function uniqueKey(path: string, description: string): string {
  if (description.includes('ocid')) return `duplicate-release ${path}/id`;
  return description.includes(' id ') ? `duplicate-id ${path}/id` : `duplicate-item ${path}`;
}

/** Codes are compared by value, since the reference lists each once. */
function codeKeys(rule: string, fields: Readonly<Record<string, { readonly values: readonly string[] }>>) {
  return Object.entries(fields).flatMap(([path, { values }]) => values.map(() => `${rule} ${genericPath(path)}`));
}
