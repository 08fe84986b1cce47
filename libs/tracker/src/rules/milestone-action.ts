import type { CodeOf } from '../model/enumerations.js';

/** What may be asked of a milestone; `on` is the ISO day on which it is asked. */
export type MilestoneAction =
  | { readonly type: 'start'; readonly on: string }
  | {
      readonly type: 'report';
      readonly on: string;
      readonly report: string;
      readonly period: string;
      readonly level: CodeOf<'completion'>;
      readonly text: string;
      readonly challenges?: string;
      readonly evidence: readonly string[];
    }
  /** Accepted whole, or with a shortfall, which needs a reason. */
  | { readonly type: 'accept'; readonly on: string; readonly shortfall?: string }
  | { readonly type: 'return'; readonly on: string; readonly reason: string }
  | { readonly type: 'cancel'; readonly on: string; readonly reason: string; readonly session: string }
  | { readonly type: 'close'; readonly on: string }
  | { readonly type: 'withdraw'; readonly on: string; readonly evidence: string; readonly reason: string }
  | {
      readonly type: 'reschedule';
      readonly on: string;
      readonly to: string;
      readonly reason: string;
      readonly session?: string;
    }
  | { readonly type: 'measure'; readonly on: string; readonly state: CodeOf<'milestoneState'>; readonly basis: string };
