import { Body, Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, can, organisationsWhere, recordAudit, type Session } from '#access';
import { Allow, CurrentSession } from '../../../../wiring/src/access/access.decorators.js';
import { Desk } from '../desk.js';
import { deskLocaleOf } from '../desk-locale.js';
import { publisherPage, publisherPath, publishersPage } from '../pages/publisher.page.js';
import { loadPublisher, loadPublishers, type PublisherSettings } from '../views-from-store/load-publisher.js';
import { goOn, sendPage } from './answer.js';
import { formOf } from './form-body.js';
import { publisherFaults, savePublisher } from './publisher-form.js';

@Allow('publisher:settings')
@Controller('escritorio/publicador')
export class PublisherController {
  constructor(private readonly desk: Desk) {}

  @Get()
  async list(@Req() request: FastifyRequest, @CurrentSession() session: Session, @Res() reply: FastifyReply) {
    const { actor } = session;
    const where = organisationsWhere(actor, 'publisher:settings');
    const publishers = await this.desk.as(actor, (manager) => loadPublishers(manager, where));
    sendPage(reply, publishersPage({ ...(await this.desk.view(request, session)), publishers }));
  }

  @Get(':id')
  async one(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ) {
    const { values, prefixLocked } = await this.#find(session.actor, id);
    const view = await this.desk.view(request, session);
    const form = { values, errors: [] };
    const mayChangePrefix = can(session.actor, 'organisation:manage');
    sendPage(reply, publisherPage({ ...view, id, name: values['name'] ?? id, form, prefixLocked, mayChangePrefix }));
  }

  @Post(':id')
  async save(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { actor } = session;
    const { values: before, prefixLocked } = await this.#find(actor, id);
    const mayChangePrefix = can(actor, 'organisation:manage');
    const { ocidPrefix, ...given } = formOf(body);
    const values = { ...given, ...(ocidPrefix !== undefined && mayChangePrefix && !prefixLocked && { ocidPrefix }) };
    const errors = publisherFaults(values, deskLocaleOf(this.desk.language(request)));
    if (errors.length > 0) {
      const view = await this.desk.view(request, session);
      const form = { values: { ocidPrefix: before['ocidPrefix'], ...values }, errors };
      const name = before['name'] ?? id;
      return sendPage(reply, publisherPage({ ...view, id, name, form, prefixLocked, mayChangePrefix }), 422);
    }
    await this.desk.as(actor, async (manager) => {
      const changed = await savePublisher(manager, id, values, before);
      const entry = { action: 'publisher:change', subject: `publisher ${id}`, organisationId: id, detail: { changed } };
      if (changed.length > 0) await recordAudit(manager, actor, entry);
    });
    return goOn(reply, publisherPath(id), 'guardado');
  }

  async #find(actor: Actor, id: string): Promise<PublisherSettings> {
    const found = can(actor, 'publisher:settings', id)
      ? await this.desk.as(actor, (manager) => loadPublisher(manager, id))
      : undefined;
    if (!found) throw new NotFoundException(`No hay un publicador «${id}» a cargo de esta cuenta.`);
    return found;
  }
}
