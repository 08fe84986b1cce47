import releaseSchema from '../../../../schemas/ocds/1.1/release-schema.json' with { type: 'json' };
import type { JsonObject } from '../json.js';
import { type MergeRules, mergeRulesOf } from './merge-rules.js';

/** The merge rules of the OCDS 1.1 release schema without extensions; derived at the first call. */
export const defaultMergeRules = (): MergeRules => mergeRulesOf(releaseSchema as JsonObject);
