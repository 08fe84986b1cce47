export { DEFINITIONS } from './definitions.js';
export { METRIC_IDS } from './metric.js';
export type { Measured, MetricDefinition, MetricId, Observation, Scope, Unit } from './metric.js';
export { observe } from './observe.js';
export { sayMeasured, sayScope, sayValue } from './say.js';
export type { LagFigures, PublishedFigures } from './published-figures.js';
export { findReadable, READABLE, readFigure } from './readable.js';
export type { ReadableFigure } from './readable.js';
