import { deskRules } from '../../row-rules/desk-rules.js';

const SECRETARIAT = `desk_organisations(ARRAY['secretariat']) <> '{}'`;
const BY_ACTOR = `recorded_by = current_setting('c7.actor', true)`;

/** Whoever writes does so in their own name and for an organisation where they hold the role. */
export const DESK = [
  deskRules('tracker_milestone', { read: 'true' }),
  deskRules('tracker_ground', { read: 'true', add: `${BY_ACTOR} AND ${SECRETARIAT}` }),
  deskRules('tracker_report', { read: 'true', add: `${BY_ACTOR} AND desk_acts_as('implementador', organisation)` }),
  deskRules('tracker_file', {
    read: 'true',
    columns: { read: ['sha256', 'mime', 'bytes'] },
    add: `${BY_ACTOR} AND desk_organisations(NULL) <> '{}'`,
  }),
  deskRules('tracker_evidence', {
    read: 'true',
    add: `${BY_ACTOR} AND withdrawn_on IS NULL AND organisation = ANY (desk_organisations(NULL))`,
  }),
  deskRules('tracker_assessment', {
    read: `stage <> 'draft' OR ${BY_ACTOR}`,
    add: `${BY_ACTOR} AND (desk_acts_as('monitor_itei', organisation) OR desk_acts_as('evaluador_externo', organisation)
            OR (lane = 'autoevaluacion' AND desk_acts_as('implementador', organisation)))`,
    change: `${BY_ACTOR} AND stage = 'draft'`,
    columns: { change: ['completion', 'evidence', 'body', 'reply_due'] },
  }),
  deskRules('tracker_reply', { read: 'true', add: `${BY_ACTOR} AND desk_acts_as('implementador', organisation)` }),
  deskRules('tracker_comment', { read: `state = 'published' OR ${SECRETARIAT}` }),
  deskRules('tracker_answer', { read: 'true', add: `${BY_ACTOR} AND ${SECRETARIAT}` }),
];
