import listed from './definitions.json' with { type: 'json' };
import type { MetricDefinition } from './metric.js';

/** The metrics of commitment 7, in the order in which they are told. */
export const DEFINITIONS = listed as readonly MetricDefinition[];
