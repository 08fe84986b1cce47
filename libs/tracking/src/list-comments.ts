import type { DataSource } from 'typeorm';
import { daysBetween } from '#tracker';

/** A question from the public, with its answer where there is one. */
export interface TrackedComment {
  readonly id: string;
  readonly target: string;
  readonly author: string | null;
  readonly text: string;
  readonly askedOn: string;
  readonly state: 'pending' | 'published' | 'rejected';
  readonly reason: string | null;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredOn: string | null;
  /** From the question to its answer. */
  readonly daysToAnswer: number | null;
}

const COMMENTS = `
SELECT c.id, c.target, c.author, c.text, c.asked_on::text AS "askedOn", c.state, c.reason, a.text AS answer,
       a.organisation AS "answeredBy", a.answered_on::text AS "answeredOn"
  FROM tracker_comment c LEFT JOIN tracker_answer a ON a.plan_id = c.plan_id AND a.comment = c.id
 WHERE c.plan_id = $1 AND ($2::text IS NULL OR c.target = $2) AND c.state = ANY ($3) ORDER BY c.asked_on, c.id`;

/**
 * The questions of a plan, oldest first.
 *
 * @param target only those about this
 * @param states the published ones unless told otherwise
 */
export async function listComments(
  { manager }: Pick<DataSource, 'manager'>,
  planId: string,
  {
    target,
    states = ['published'],
  }: { readonly target?: string | undefined; readonly states?: readonly TrackedComment['state'][] } = {},
): Promise<readonly TrackedComment[]> {
  const rows = (await manager.query(COMMENTS, [planId, target ?? null, states])) as Omit<
    TrackedComment,
    'daysToAnswer'
  >[];
  return rows.map((row) => ({
    ...row,
    daysToAnswer: row.answeredOn === null ? null : daysBetween(row.askedOn, row.answeredOn),
  }));
}
