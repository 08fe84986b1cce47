import { createReadStream } from 'node:fs';
import { Controller, ForbiddenException, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { type Action, type Actor, asSystemWithin, can, recordAudit, type Session } from '#access';
import {
  annotatedCopy,
  askWith,
  cancelUpload,
  confirmUpload,
  findUpload,
  Platform,
  retryUpload,
  type Upload,
} from '#publishing';
import { Allow, CurrentSession } from '../../../../wiring/src/access/access.decorators.js';
import { Desk } from '../desk.js';
import { uploadPath } from '../components/upload-table.js';
import { deskLocaleOf } from '../desk-locale.js';
import { uploadPage } from '../pages/upload.page.js';
import { uploadsPage } from '../pages/uploads.page.js';
import type { DoneCode } from '../views/desk.view.js';
import { UPLOAD_STATES } from '../views/upload.view.js';
import { publisherChoices } from '../views-from-store/choices.js';
import { loadUpload } from '../views-from-store/load-upload.js';
import { loadUploads } from '../views-from-store/load-uploads.js';
import { goOn, sendPage } from './answer.js';
import { formOf, type FormValues } from './form-body.js';
import { toldError } from './told-error.js';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Allow('batch:read')
@Controller('escritorio/cargas')
export class UploadsController {
  constructor(
    private readonly desk: Desk,
    private readonly platform: Platform,
  ) {}

  @Get()
  async list(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Query() query: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { actor } = session;
    const values = formOf(query);
    const state = UPLOAD_STATES.find((one) => one === values['estado']);
    const publisher = values['publicador'] || undefined;
    const found = await this.desk.as(actor, async (manager) => ({
      ...(await loadUploads(manager, {
        state,
        publisherIds: publisher ? [publisher] : undefined,
        after: afterOf(values),
      })),
      publishers: await publisherChoices(manager, actor, 'batch:read'),
    }));
    const next =
      found.next &&
      `/escritorio/cargas?${new URLSearchParams({ ...(state && { estado: state }), ...(publisher && { publicador: publisher }), desde: `${found.next.createdAt} ${found.next.id}` }).toString()}`;
    sendPage(
      reply,
      uploadsPage({
        ...(await this.desk.view(request, session)),
        ...found,
        state,
        publisher,
        pager: next ? { next } : {},
      }),
    );
  }

  @Get(':id')
  async one(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ) {
    const view = await this.desk.view(request, session);
    const locale = deskLocaleOf(view.site.language);
    const loaded = await this.desk.as(session.actor, async (manager) =>
      loadUpload(manager, session.actor, await this.#find(manager, id), locale),
    );
    sendPage(reply, uploadPage({ ...view, ...loaded }));
  }

  /** What the page's script asks every second while a file is being read. */
  @Get(':id/estado')
  async state(@CurrentSession() session: Session, @Param('id') id: string, @Res() reply: FastifyReply) {
    const { state } = await this.desk.as(session.actor, (manager) => this.#find(manager, id));
    void reply
      .header('content-type', 'application/json')
      .header('cache-control', 'no-store')
      .send(JSON.stringify({ state }));
  }

  @Get(':id/anotado')
  async annotated(@CurrentSession() session: Session, @Param('id') id: string, @Res() reply: FastifyReply) {
    const upload = await this.desk.as(session.actor, (manager) => this.#find(manager, id));
    const copy = await annotatedCopy(this.platform, upload);
    const content = createReadStream(copy.path);
    content.once('close', () => void copy[Symbol.asyncDispose]());
    await reply
      .header('content-type', WORKBOOK)
      .header('content-disposition', `attachment; filename="${copy.fileName}"`)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(content);
  }

  @Post(':id/confirmar')
  @Allow('batch:upload')
  confirm(@CurrentSession() session: Session, @Param('id') id: string, @Res() reply: FastifyReply) {
    return this.#change(session.actor, 'batch:upload', id, reply, 'confirmada', (manager) =>
      confirmUpload(manager, id, this.#ask),
    );
  }

  @Post(':id/reintentar')
  @Allow('batch:cancel')
  retry(@CurrentSession() session: Session, @Param('id') id: string, @Res() reply: FastifyReply) {
    return this.#change(session.actor, 'batch:cancel', id, reply, 'reintentada', (manager) =>
      retryUpload(manager, id, this.#ask),
    );
  }

  @Post(':id/cancelar')
  @Allow('batch:cancel')
  cancel(@CurrentSession() session: Session, @Param('id') id: string, @Res() reply: FastifyReply) {
    return this.#change(session.actor, 'batch:cancel', id, reply, 'cancelada', (manager) => cancelUpload(manager, id));
  }

  readonly #ask = (manager: EntityManager, uploadId: string) =>
    asSystemWithin(manager, (system) => askWith(this.platform.queues)(system, uploadId));

  async #find(manager: EntityManager, id: string): Promise<Upload> {
    const found = await findUpload(manager, id).catch((error: unknown) => toldError(error));
    return found as Upload;
  }

  /** A state that has passed meanwhile is no mistake of the reader: the page then says how it stands now. */
  async #change(
    actor: Actor,
    action: Action,
    id: string,
    reply: FastifyReply,
    done: DoneCode,
    change: (manager: EntityManager) => Promise<Upload>,
  ) {
    const changed = await this.desk
      .as(actor, async (manager) => {
        const before = await this.#find(manager, id);
        if (!can(actor, action, before.publisherId)) throw new ForbiddenException();
        const after = await change(manager);
        if (after.state !== before.state) await note(manager, actor, after);
        return true;
      })
      .catch((error: unknown) => toldError(error));
    return goOn(reply, uploadPath(id), changed === true ? done : undefined);
  }
}

async function note(manager: EntityManager, actor: Actor, { id, state, fileName, publisherId }: Upload): Promise<void> {
  const entry = {
    action: `batch:${state}`,
    subject: `upload ${id}`,
    organisationId: publisherId,
    detail: { fileName },
  };
  await recordAudit(manager, actor, entry);
}

function afterOf(values: FormValues) {
  const [, createdAt, id] = /^(\d{4}-[\d:.+ -]{10,40}) ([0-9a-f-]{36})$/.exec(values['desde'] ?? '') ?? [];
  return createdAt && id ? { createdAt, id } : undefined;
}
