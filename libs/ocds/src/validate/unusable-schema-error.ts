/** A schema, usually one changed by an extension's patch, that cannot be compiled. */
export class UnusableSchemaError extends Error {
  readonly code = 'OCDS_SCHEMA_UNUSABLE';
  readonly remedy = {
    es: 'Revisar el último parche de extensión que se agregó: debe dejar un esquema JSON draft-04 válido.',
    en: 'Check the extension patch added last: it must leave a valid JSON Schema of draft 04.',
  };

  constructor(cause: unknown) {
    super(`The schema cannot be compiled: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'UnusableSchemaError';
  }
}
