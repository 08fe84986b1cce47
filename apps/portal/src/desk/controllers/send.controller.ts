import { Controller, Get, NotFoundException, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, asSystemWithin, can, recordAudit, type Session } from '#access';
import { askWith, createUpload, findUpload, Platform, type Upload } from '#publishing';
import type { Body } from '#sources';
import { fillText } from '../../fill.js';
import { TakesFiles } from '../../../../api/src/batches/takes-files.js';
import { Allow, CurrentSession } from '../../../../wiring/src/access/access.decorators.js';
import { Desk } from '../desk.js';
import { deskLocaleOf } from '../desk-locale.js';
import type { DeskLocale } from '../desk-locale.js';
import { sendPage as sendFormPage } from '../pages/send.page.js';
import { uploadPath } from '../components/upload-table.js';
import type { FieldError, FormState } from '../views/desk.view.js';
import { EMPTY_FORM } from '../views/desk.view.js';
import { profileChoices, publisherChoices } from '../views-from-store/choices.js';
import { goOn, sendPage } from './answer.js';
import { formOf, type FormValues, textOf } from './form-body.js';
import { type DeskForm, receiveDeskForm } from './receive-desk-form.js';
import { toldError } from './told-error.js';

const FIELDS = { REPLACES_UNKNOWN: 'archivo' };
const MEGABYTE = 1_000_000;

@Allow('batch:upload')
@Controller('escritorio/cargar')
export class SendController {
  constructor(
    private readonly desk: Desk,
    private readonly platform: Platform,
  ) {}

  @Get()
  begin(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Query() query: unknown,
    @Res() reply: FastifyReply,
  ) {
    return this.#form(request, session, reply, { ...EMPTY_FORM, values: formOf(query) });
  }

  /** The file is only looked at: nothing is published before it is confirmed. */
  @Post()
  @TakesFiles()
  async send(@Req() request: FastifyRequest, @CurrentSession() session: Session, @Res() reply: FastifyReply) {
    await using form = await receiveDeskForm(request, this.platform.settings.uploadMaxBytes);
    const { values } = form;
    const errors = sendFaults(form, session.actor, deskLocaleOf(this.desk.language(request)));
    if (errors.length > 0) return this.#form(request, session, reply, { values, errors });
    const made = await this.#create(session.actor, form).catch((error: unknown) => toldError(error, FIELDS));
    if (!('id' in made)) return this.#form(request, session, reply, { values, errors: made });
    return goOn(reply, uploadPath(made.id));
  }

  #create(actor: Actor, { values, file, fileName }: DeskForm): Promise<Upload> {
    const publisherId = textOf(values, 'publicador');
    const given = {
      publisherId,
      by: actor,
      file: file!,
      fileName: fileName!,
      previewOnly: true,
      profile: textOf(values, 'perfil') || undefined,
      buyer: buyerOf(values),
      replaces: textOf(values, 'reemplaza') || undefined,
    };
    return this.desk.as(actor, async (manager) => {
      const { upload } = await createUpload(manager, given, {
        ask: askWith(this.platform.queues),
        asSystem: asSystemWithin,
      });
      const detail = { fileName: upload.fileName, sha256: upload.sha256, bytes: upload.bytes };
      await recordAudit(manager, actor, {
        action: 'batch:upload',
        subject: `upload ${upload.id}`,
        organisationId: publisherId,
        detail,
      });
      return upload;
    });
  }

  async #form(request: FastifyRequest, session: Session, reply: FastifyReply, form: FormState) {
    const { actor } = session;
    const view = await this.desk.view(request, session);
    const { publishers, replaced } = await this.desk.as(actor, async (manager) => ({
      publishers: await publisherChoices(manager, actor, 'batch:upload'),
      replaced: form.values['reemplaza']
        ? await findUpload(manager, form.values['reemplaza']).catch(notFound)
        : undefined,
    }));
    if (replaced && !can(actor, 'batch:upload', replaced.publisherId)) notFound();
    const values = {
      publicador: replaced?.publisherId,
      comprador: replaced?.buyer?.name,
      clave: replaced?.buyer?.id,
      perfil: replaced?.askedProfile ?? undefined,
      ...form.values,
    };
    const replaces = replaced && { id: replaced.id, fileName: replaced.fileName };
    const maxMegabytes = Math.floor(this.platform.settings.uploadMaxBytes / MEGABYTE);
    const about = { publishers, replaces, maxMegabytes, profiles: await profileChoices() };
    sendPage(reply, sendFormPage({ ...view, ...about, form: { ...form, values } }), form.errors.length > 0 ? 422 : 200);
  }
}

function notFound(): never {
  throw new NotFoundException('No hay esa carga.');
}

function sendFaults({ values, file, refused }: DeskForm, actor: Actor, { desk }: DeskLocale): readonly FieldError[] {
  const { faults: words } = desk.form;
  const publisherId = textOf(values, 'publicador');
  const unknown = publisherId === '' || !can(actor, 'batch:upload', publisherId);
  const message = refused?.code === 'UPLOAD_EMPTY' ? words.file : refused && `${refused.message} ${refused.remedy.es}`;
  return [
    ...(file === undefined ? [{ field: 'archivo', message: message ?? words.file }] : []),
    ...(unknown ? [{ field: 'publicador', message: fillText(words.choose, { label: desk.send.publisher }) }] : []),
  ];
}

/** Only where the form names one: else it is what the file says, or the publisher itself. */
function buyerOf(values: FormValues): Body | undefined {
  const [name, id] = [textOf(values, 'comprador'), textOf(values, 'clave')];
  if (name === '') return undefined;
  return { name, ...(id !== '' && { id }) } as Body;
}
