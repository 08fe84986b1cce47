import type { DataSource } from 'typeorm';
import type { Assessment, CodeOf } from '#tracker';

/** An assessment that is not sent yet. */
export interface AssessmentDraft {
  readonly id: string;
  readonly commitment: string;
  readonly lane: CodeOf<'lane'>;
  readonly startedOn: string;
  readonly evidence: readonly string[];
  readonly body: Assessment & { readonly coiDeclaration?: string };
}

/** The drafts of somebody: nobody else reads them. @param author `account:…` or `key:…` */
export async function listDrafts(
  { manager }: Pick<DataSource, 'manager'>,
  planId: string,
  author: string,
): Promise<readonly AssessmentDraft[]> {
  return (await manager.query(
    `SELECT id, commitment, lane, started_on::text AS "startedOn", evidence, body FROM tracker_assessment
      WHERE plan_id = $1 AND recorded_by = $2 AND stage = 'draft' AND lane <> 'autoevaluacion' ORDER BY started_on, id`,
    [planId, author],
  )) as AssessmentDraft[];
}
