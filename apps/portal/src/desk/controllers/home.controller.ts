import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Session } from '#access';
import { Allow, CurrentSession } from '../../../../wiring/src/access/access.decorators.js';
import { Desk } from '../desk.js';
import { deskHomePage } from '../pages/home.page.js';
import { loadWaiting } from '../views-from-store/load-waiting.js';
import { sendPage } from './answer.js';

@Allow('desk:enter')
@Controller('escritorio')
export class DeskHomeController {
  constructor(private readonly desk: Desk) {}

  @Get()
  async home(@Req() request: FastifyRequest, @CurrentSession() session: Session, @Res() reply: FastifyReply) {
    const waiting = await this.desk.as(session.actor, (manager) => loadWaiting(manager, session.actor));
    sendPage(reply, deskHomePage({ ...(await this.desk.view(request, session)), ...waiting }));
  }
}
