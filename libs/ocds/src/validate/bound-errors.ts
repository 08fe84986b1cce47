const MOST_ERRORS = 20_000;

/**
 * Rewrites the code Ajv generates so that gathering errors is linear and bounded. As generated, every failing `$ref`
 * copies all errors so far (`vErrors.concat`): 180,000 faults in one release block the process for minutes.
 * Ajv offers `code.process` for such changes; the spec beside this file fails if a new version words its code otherwise.
 * https://ajv.js.org/options.html#code
 */
export function boundErrors(code: string): string {
  return code
    .replaceAll(/vErrors\.concat\(([\w.]+)\)/g, `(vErrors.length<${MOST_ERRORS}&&vErrors.push(...$1),vErrors)`)
    .replaceAll(/vErrors\.push\((err\d+)\)/g, `vErrors.length<${MOST_ERRORS}&&vErrors.push($1)`);
}
