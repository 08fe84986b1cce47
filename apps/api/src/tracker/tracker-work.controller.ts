import { Body, Controller, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#access';
import { Platform } from '#publishing';
import {
  addEvidence,
  MOST_EVIDENCE_BYTES,
  recordMetricRule,
  reply,
  reportProgress,
  reschedule,
  reviewReport,
  startAssessment,
} from '#tracking';
import { Allow, CurrentActor } from '../../../wiring/src/access/access.decorators.js';
import { receiveUpload } from '../batches/receive-upload.js';
import { TakesFiles } from '../batches/takes-files.js';
import { doneOf } from './refusal.exception.js';
import {
  type AssessmentBody,
  assessmentBody,
  type EvidenceQuery,
  evidenceQuery,
  type MetricRuleBody,
  metricRuleBody,
  type ReplyBody,
  replyBody,
  type ReportBody,
  reportBody,
  type RescheduleBody,
  rescheduleBody,
  type ReviewBody,
  reviewBody,
} from './work-inputs.js';

/** The work of the people who keep a plan, by key. */
@Controller('/api/v1/tracker/plans/:plan')
export class TrackerWorkController {
  constructor(private readonly platform: Platform) {}

  @Post('milestones/:id/reports')
  @Allow('tracker:report')
  report(
    @Param() { plan, id }: { plan: string; id: string },
    @Body({ schema: reportBody }) body: ReportBody,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    return doneOf(reportProgress(this.platform, actor, { plan, milestone: id, ...body }));
  }

  @Post('reports/:id/review')
  @Allow('tracker:review')
  review(
    @Param() { plan, id }: { plan: string; id: string },
    @Body({ schema: reviewBody }) body: ReviewBody,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    return doneOf(reviewReport(this.platform, actor, { plan, report: id, ...body }));
  }

  @Post('milestones/:id/reschedules')
  @Allow('tracker:session')
  reschedule(
    @Param() { plan, id }: { plan: string; id: string },
    @Body({ schema: rescheduleBody }) body: RescheduleBody,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    return doneOf(reschedule(this.platform, actor, { plan, milestone: id, ...body }));
  }

  /** The rule that moves a measured milestone. */
  @Post('milestones/:id/metric-rules')
  @Allow('tracker:session')
  metricRule(
    @Param() { plan, id }: { plan: string; id: string },
    @Body({ schema: metricRuleBody }) body: MetricRuleBody,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    return doneOf(recordMetricRule(this.platform, actor, { plan, milestone: id, ...body }));
  }

  /** The body is the file, or a form with it; with `url` and no body, a link. */
  @Post('evidence')
  @Allow('tracker:report')
  @TakesFiles()
  async evidence(
    @Param('plan') plan: string,
    @Query({ schema: evidenceQuery }) { fileName, ...query }: EvidenceQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<object> {
    if (query.url !== undefined) return doneOf(addEvidence(this.platform, actor, { plan, ...query }));
    await using incoming = await receiveUpload(request, MOST_EVIDENCE_BYTES);
    const file = { path: incoming.file.path, name: fileName ?? incoming.fileName ?? '' };
    return await doneOf(addEvidence(this.platform, actor, { plan, ...query, file }));
  }

  @Post('assessments')
  @Allow('tracker:assess')
  assess(
    @Param('plan') plan: string,
    @Body({ schema: assessmentBody }) body: AssessmentBody,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    return doneOf(startAssessment(this.platform, actor, { plan, ...body }));
  }

  @Post('assessments/:id/reply')
  @Allow('tracker:reply')
  reply(
    @Param() { plan, id }: { plan: string; id: string },
    @Body({ schema: replyBody }) body: ReplyBody,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    return doneOf(reply(this.platform, actor, { plan, assessment: id, ...body }));
  }
}
