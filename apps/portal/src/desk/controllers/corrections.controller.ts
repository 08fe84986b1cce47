import { Body, Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, can, type Session } from '#access';
import type { JsonObject } from '#ocds';
import {
  approveCorrection,
  type EditFault,
  Platform,
  previewCorrection,
  proposeCorrection,
  publishCorrection,
  readCorrection,
  rejectCorrection,
  sendToReview,
} from '#publishing';
import { fillText } from '../../fill.js';
import { Allow, CurrentSession } from '../../../../wiring/src/access/access.decorators.js';
import { correctionPath } from '../components/correction-table.js';
import { deskProcessPath } from '../components/process-table.js';
import { correctableFields, type PlacedField } from '../correctable-fields.js';
import { Desk } from '../desk.js';
import { deskLocaleOf } from '../desk-locale.js';
import type { DeskLocale } from '../desk-locale.js';
import { differencesInWords } from '../differences-in-words.js';
import { correctPage } from '../pages/correct.page.js';
import { correctionPage } from '../pages/correction.page.js';
import type { FieldError, FormState } from '../views/desk.view.js';
import { EMPTY_FORM } from '../views/desk.view.js';
import type { Difference } from '../views/process.view.js';
import { correctionLine, loadDeskProcess, type LoadedProcess } from '../views-from-store/load-desk-process.js';
import { goOn, sendPage } from './answer.js';
import { correctionFaults, editsOf } from './correction-form.js';
import { formOf, type FormValues, textOf } from './form-body.js';
import { toldError } from './told-error.js';

interface Correcting {
  readonly process: LoadedProcess;
  readonly release: JsonObject;
  readonly fields: readonly PlacedField[];
  /** Whoever makes it publishes it, as the publisher decided. */
  readonly direct: boolean;
}

@Controller('escritorio')
export class CorrectionsController {
  constructor(
    private readonly desk: Desk,
    private readonly platform: Platform,
  ) {}

  @Get('procesos/:ocid/corregir')
  @Allow('process:correct')
  async begin(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('ocid') ocid: string,
    @Res() reply: FastifyReply,
  ) {
    const correcting = await this.#open(session.actor, ocid, this.#locale(request));
    await this.#show(request, session, reply, correcting, { ...EMPTY_FORM, values: shownValues(correcting.fields) });
  }

  /** Two steps in one address: first what would change is shown, then it is published or sent for approval. */
  @Post('procesos/:ocid/corregir')
  @Allow('process:correct')
  async correct(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('ocid') ocid: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { actor } = session;
    const locale = this.#locale(request);
    const correcting = await this.#open(actor, ocid, locale);
    const { paso: step, volver: back, ...values } = formOf(body);
    const errors = correctionFaults(correcting.fields, values, locale);
    if (errors.length > 0 || back !== undefined)
      return this.#show(request, session, reply, correcting, { values, errors });
    const input = { ocid, by: actor, edits: editsOf(correcting.release, correcting.fields, values) };
    if (step !== 'enviar') return this.#review(request, session, reply, correcting, values, input);
    const sent = await this.#send(correcting, { ...input, reason: textOf(values, 'motivo') }).catch(
      (error: unknown) => ({ errors: toldError(error) }),
    );
    if (sent.errors) return this.#show(request, session, reply, correcting, { values, errors: sent.errors });
    return goOn(reply, sent.path, sent.done);
  }

  @Get('correcciones/:id')
  @Allow('batch:read')
  async one(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ) {
    await this.#showCorrection(request, session, reply, id, EMPTY_FORM);
  }

  @Post('correcciones/:id/aprobar')
  @Allow('process:approve')
  async approve(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ) {
    const errors = await approveCorrection(this.platform, { id, by: session.actor }).then(
      () => [],
      (error: unknown) => toldError(error),
    );
    if (errors.length > 0) return this.#showCorrection(request, session, reply, id, { values: {}, errors });
    return goOn(reply, correctionPath(id), 'aprobada');
  }

  @Post('correcciones/:id/rechazar')
  @Allow('process:approve')
  async reject(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const values = formOf(body);
    const deciding = { id, by: session.actor, note: textOf(values, 'motivo') };
    const errors = await rejectCorrection(this.platform, deciding).then(
      () => [],
      (error: unknown) => toldError(error, { REASON_MISSING: 'motivo' }),
    );
    if (errors.length > 0) return this.#showCorrection(request, session, reply, id, { values, errors });
    return goOn(reply, correctionPath(id), 'rechazada');
  }

  #locale(request: FastifyRequest): DeskLocale {
    return deskLocaleOf(this.desk.language(request));
  }

  async #open(actor: Actor, ocid: string, locale: DeskLocale): Promise<Correcting> {
    const { process, policy } = await this.desk.as(actor, async (manager) => {
      const found = await loadDeskProcess(manager, actor, ocid);
      const rows = (await manager.query('SELECT corrections FROM publisher WHERE id = $1', [found?.publisherId])) as {
        corrections: string;
      }[];
      return { process: found, policy: rows[0]?.corrections };
    });
    if (!process?.compiled || !process.may.correct)
      throw new NotFoundException(`No hay un procedimiento «${ocid}» que esta cuenta pueda corregir.`);
    const release = process.compiled as unknown as JsonObject;
    return { process, release, fields: correctableFields(release, locale), direct: policy === 'direct' };
  }

  async #review(
    request: FastifyRequest,
    session: Session,
    reply: FastifyReply,
    correcting: Correcting,
    values: FormValues,
    input: Parameters<typeof previewCorrection>[1],
  ) {
    const seen = await previewCorrection(this.platform, input);
    if (seen.outcome === 'refused')
      return this.#show(request, session, reply, correcting, {
        values,
        errors: errorsOf(seen.faults, correcting.fields),
      });
    const { preview } = seen;
    if (!preview.publishable)
      return this.#show(request, session, reply, correcting, { values, errors: invalid(preview.findings) });
    const differences = differencesInWords(preview.differences, this.#locale(request));
    return this.#show(request, session, reply, correcting, { values, errors: [] }, differences);
  }

  async #send({ process, direct, fields }: Correcting, input: Parameters<typeof proposeCorrection>[1]) {
    const proposed = await proposeCorrection(this.platform, input);
    if (proposed.outcome === 'refused') return { errors: errorsOf(proposed.faults, fields) };
    const deciding = { id: proposed.id, by: input.by };
    if (direct) {
      await publishCorrection(this.platform, deciding);
      return { path: deskProcessPath(process.ocid), done: 'publicada' as const };
    }
    await sendToReview(this.platform, deciding);
    return { path: correctionPath(proposed.id), done: 'propuesta' as const };
  }

  async #show(
    request: FastifyRequest,
    session: Session,
    reply: FastifyReply,
    { process, fields, direct }: Correcting,
    form: FormState,
    differences?: readonly Difference[],
  ) {
    const view = await this.desk.view(request, session);
    const { ocid, title } = process;
    sendPage(
      reply,
      correctPage({ ...view, ocid, title, fields, form, differences, approves: direct }),
      form.errors.length > 0 ? 422 : 200,
    );
  }

  async #showCorrection(request: FastifyRequest, session: Session, reply: FastifyReply, id: string, form: FormState) {
    const { actor } = session;
    const read = await readCorrection(this.platform, id, actor).catch((error: unknown) => toldError(error));
    // The row rules show it to some who have no work with it here.
    if (!('correction' in read) || !can(actor, 'batch:read', read.correction.publisherId))
      throw new NotFoundException(`No hay una corrección «${id}».`);
    const { correction, preview, differences = preview?.differences ?? [], faults = [] } = read;
    const process = await this.desk.as(actor, (manager) => loadDeskProcess(manager, actor, correction.ocid));
    const view = await this.desk.view(request, session);
    const locale = this.#locale(request);
    const stale = read.stale
      ? [{ field: '', message: faults[0]?.message[locale.language] ?? locale.desk.correction.stale }]
      : [];
    const told = { ...form, errors: [...form.errors, ...stale] };
    const mayDecide = read.may.approve && can(actor, 'process:approve', correction.publisherId);
    const page = correctionPage({
      ...view,
      correction: correctionLine(correction),
      title: process?.title,
      differences: differencesInWords(differences, locale),
      mayDecide,
      form: told,
    });
    sendPage(reply, page, form.errors.length > 0 ? 422 : 200);
  }
}

function shownValues(fields: readonly PlacedField[]): FormValues {
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

function errorsOf(faults: readonly EditFault[], fields: readonly PlacedField[]): readonly FieldError[] {
  return faults.map(({ pointer, code, message, remedy }) => ({
    field: code === 'REASON_MISSING' ? 'motivo' : (fields.find((one) => one.pointer === pointer)?.name ?? ''),
    message: fillText('{message} {remedy}', { message: message.es, remedy: remedy.es }),
  }));
}

function invalid(
  findings: readonly {
    readonly severity: string;
    readonly message: { readonly es: string };
    readonly remedy?: { readonly es: string } | undefined;
  }[],
): readonly FieldError[] {
  const wrong = findings.filter(({ severity }) => severity === 'error');
  return wrong.map(({ message, remedy }) => ({
    field: '',
    message: [message.es, remedy?.es].filter(Boolean).join(' '),
  }));
}
