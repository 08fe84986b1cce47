export { loadPlans } from './load-plans.js';
export { PlanSeedError } from './plan-seed-error.js';
