import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asActor, type Session } from '#access';
import { Platform } from '#publishing';
import { listPlans, listReminders, readEvidenceFile } from '#tracking';
import { Allow, CurrentSession } from '../../../../wiring/src/access/access.decorators.js';
import { Desk } from '../desk.js';
import { deskLocaleOf } from '../desk-locale.js';
import { trackingPage } from '../pages/tracking/tracking.page.js';
import type { Place, Standing, ThingKind } from '../tracking/place.js';
import { placeIn, standingOf } from '../tracking/standing.js';
import type { DeskView } from '../views/desk.view.js';
import type { TrackingView } from '../views/tracking.view.js';
import { commitmentView } from '../views-from-store/tracking/load-commitment.js';
import { trackingHome } from '../views-from-store/tracking/load-home.js';
import { LISTS } from '../views-from-store/tracking/load-lists.js';
import { metaView } from '../views-from-store/tracking/load-meta.js';
import { sendPage } from './answer.js';

type Told = Omit<TrackingView, keyof DeskView>;

/** What waits in the plans, and what they hold, for those who keep them. */
@Allow('tracker:follow')
@Controller('escritorio/seguimiento')
export class TrackingController {
  constructor(
    private readonly desk: Desk,
    private readonly platform: Platform,
  ) {}

  @Get()
  async home(@Req() request: FastifyRequest, @CurrentSession() session: Session, @Res() reply: FastifyReply) {
    const locale = deskLocaleOf(this.desk.language(request));
    const standings: Standing[] = [];
    for (const { id } of await listPlans(this.platform.dataSource))
      standings.push((await standingOf(this.platform, id, session.actor, locale))!);
    await this.#send(request, session, reply, trackingHome(standings, locale));
  }

  @Get(':plan/compromisos/:id')
  async commitment(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param() at: { plan: string; id: string },
    @Res() reply: FastifyReply,
  ) {
    const place = await this.#find(request, session, at.plan, 'compromisos', at.id);
    await this.#send(request, session, reply, commitmentView(place as Place<'compromisos'>));
  }

  @Get(':plan/metas/:id')
  async meta(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param() at: { plan: string; id: string },
    @Res() reply: FastifyReply,
  ) {
    const place = await this.#find(request, session, at.plan, 'metas', at.id);
    const reminders = await asActor(this.platform.dataSource, session.actor, (manager) =>
      listReminders(manager, at.plan, at.id),
    );
    await this.#send(request, session, reply, metaView(place as Place<'metas'>, reminders));
  }

  /** The kept copy of a piece of evidence: to be saved, never to run here. */
  @Get(':plan/evidencias/:id')
  async evidence(@Param() at: { plan: string; id: string }, @Res() reply: FastifyReply) {
    const copy = await readEvidenceFile(this.platform.dataSource, at.plan, at.id);
    if (!copy) throw new NotFoundException('De esa evidencia no hay copia.');
    const name = encodeURIComponent(copy.fileName.toWellFormed());
    void reply
      .header('content-type', copy.mime)
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .send(copy.content);
  }

  @Get(':plan/sesiones')
  sessions(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('plan') plan: string,
    @Res() reply: FastifyReply,
  ) {
    return this.#list(request, session, reply, plan, 'sesiones');
  }

  @Get(':plan/inconsistencias')
  issues(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('plan') plan: string,
    @Res() reply: FastifyReply,
  ) {
    return this.#list(request, session, reply, plan, 'inconsistencias');
  }

  @Get(':plan/informes')
  annualReports(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('plan') plan: string,
    @Res() reply: FastifyReply,
  ) {
    return this.#list(request, session, reply, plan, 'informes');
  }

  @Allow('tracker:moderate')
  @Get(':plan/preguntas')
  questions(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('plan') plan: string,
    @Res() reply: FastifyReply,
  ) {
    return this.#list(request, session, reply, plan, 'preguntas');
  }

  async #list(request: FastifyRequest, session: Session, reply: FastifyReply, plan: string, name: keyof typeof LISTS) {
    const place = await this.#find(request, session, plan, 'plan', '');
    await this.#send(request, session, reply, LISTS[name](place as Place<'plan'>));
  }

  async #find(request: FastifyRequest, { actor }: Session, plan: string, kind: ThingKind, id: string): Promise<Place> {
    const standing = await standingOf(this.platform, plan, actor, deskLocaleOf(this.desk.language(request)));
    const place = standing && (await placeIn(this.platform, standing, kind, id));
    if (!place) throw new NotFoundException('No está en el seguimiento.');
    return place;
  }

  async #send(request: FastifyRequest, session: Session, reply: FastifyReply, told: Told): Promise<void> {
    sendPage(reply, trackingPage({ ...(await this.desk.view(request, session)), ...told }));
  }
}
