import {
  Controller,
  Delete,
  ForbiddenException,
  Headers,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { type Actor, asActor, asSystemWithin, can, recordAudit } from '#access';
import {
  askWith,
  cancelUpload,
  confirmUpload,
  createUpload,
  findPublisher,
  findUpload,
  Platform,
  retryUpload,
  type Upload,
} from '#publishing';
import { Allow, CurrentActor } from '../../../wiring/src/access/access.decorators.js';
import { readIdempotencyKey } from './idempotency-key.js';
import { receiveUpload } from './receive-upload.js';
import { TakesFiles } from './takes-files.js';
import { BATCHES, firstAnswer, uploadAnswer } from './upload-answer.js';
import { assertProfile, buyerOf, publisherFor, readParams, type UploadParams, uploadParams } from './upload-params.js';

/** Takes files in, and does what is asked of them. */
@Controller(BATCHES)
@Allow('batch:upload')
export class BatchIntakeController {
  constructor(private readonly platform: Platform) {}

  /** Receives a file; what becomes of it is told at the address in `links.self`. */
  @Post()
  @HttpCode(202)
  @TakesFiles()
  async create(
    @Query({ schema: uploadParams }) query: UploadParams,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const idempotencyKey = readIdempotencyKey(key);
    const { dataSource, queues, settings, publicUrl } = this.platform;
    await using incoming = await receiveUpload(request, settings.uploadMaxBytes);
    const params = await readParams({ ...query }, incoming.fields);
    await assertProfile(params.profile);
    const { id: publisherId } = await findPublisher(dataSource, publisherFor(actor, params.publisher));
    const given = {
      publisherId,
      by: { kind: actor.kind, id: actor.id, name: actor.name },
      file: incoming.file,
      fileName: params.fileName ?? incoming.fileName ?? 'archivo',
      profile: params.profile,
      buyer: buyerOf(params),
      previewOnly: params.preview,
      replaces: params.replaces,
      idempotencyKey,
    };
    const { upload, isNew } = await asActor(dataSource, actor, async (manager) => {
      const created = await createUpload(manager, given, { ask: askWith(queues), asSystem: asSystemWithin });
      if (created.isNew) await this.#note(manager, actor, 'batch:upload', created.upload, request);
      return created;
    });
    void reply.header('location', `${publicUrl}${BATCHES}/${upload.id}`);
    if (!isNew) void reply.header('idempotency-replayed', 'true');
    return firstAnswer(upload, publicUrl);
  }

  /** Has it taken in, after a preview. */
  @Post(':id/confirm')
  @HttpCode(202)
  confirm(@Param('id') id: string, @CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<object> {
    return this.#change(actor, 'batch:upload', id, request, (manager) => confirmUpload(manager, id, this.#ask));
  }

  /** Has it read again from the beginning. */
  @Post(':id/retry')
  @HttpCode(202)
  @Allow('batch:cancel')
  retry(@Param('id') id: string, @CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<object> {
    return this.#change(actor, 'batch:cancel', id, request, (manager) => retryUpload(manager, id, this.#ask));
  }

  /** Gives it up, before it is taken in. */
  @Delete(':id')
  @Allow('batch:cancel')
  cancel(@Param('id') id: string, @CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<object> {
    return this.#change(actor, 'batch:cancel', id, request, (manager) => cancelUpload(manager, id));
  }

  readonly #ask = (manager: EntityManager, uploadId: string) =>
    asSystemWithin(manager, (system) => askWith(this.platform.queues)(system, uploadId));

  async #change(
    actor: Actor,
    action: 'batch:upload' | 'batch:cancel',
    id: string,
    request: FastifyRequest,
    change: (manager: EntityManager) => Promise<Upload>,
  ): Promise<object> {
    const upload = await asActor(this.platform.dataSource, actor, async (manager) => {
      const before = await findUpload(manager, id);
      if (!can(actor, action, before.publisherId)) throw new ForbiddenException();
      const after = await change(manager);
      if (after.state !== before.state) await this.#note(manager, actor, `batch:${after.state}`, after, request);
      return after;
    });
    return uploadAnswer(upload, this.platform.publicUrl);
  }

  async #note(manager: EntityManager, actor: Actor, action: string, upload: Upload, request: FastifyRequest) {
    const { id, publisherId: organisationId, sha256, bytes, fileName } = upload;
    const detail = { fileName, sha256, bytes };
    await recordAudit(manager, actor, {
      action,
      subject: `upload ${id}`,
      organisationId,
      detail,
      requestId: request.id,
    });
  }
}
