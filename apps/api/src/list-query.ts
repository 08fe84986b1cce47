import { querySchema } from './query-schema.js';

export interface PageQuery {
  readonly limit: number;
  readonly cursor?: string;
  readonly publisher?: string;
}

/** Parameters that every list understands. */
export const pageProperties = {
  limit: { type: 'integer', minimum: 1, maximum: 500, default: 50 },
  cursor: { type: 'string', minLength: 1, maxLength: 2000 },
  publisher: { type: 'string', minLength: 1, maxLength: 100 },
} as const;

export const pageQuery = querySchema<PageQuery>({
  type: 'object',
  properties: pageProperties,
  additionalProperties: false,
});
