import {
  Body,
  Controller,
  ForbiddenException,
  Get,
  NotFoundException,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, can, organisationsWhere, type Session } from '#access';
import { Platform, restoreProcess, withdrawProcess } from '#publishing';
import { fillText } from '../../fill.js';
import { Allow, CurrentSession } from '../../../../wiring/src/access/access.decorators.js';
import { deskProcessPath } from '../components/process-table.js';
import { Desk } from '../desk.js';
import { deskLocaleOf } from '../desk-locale.js';
import { deskProcessPage } from '../pages/desk-process.page.js';
import { processesPage } from '../pages/processes.page.js';
import { withdrawPage } from '../pages/withdraw.page.js';
import type { FormState } from '../views/desk.view.js';
import { EMPTY_FORM } from '../views/desk.view.js';
import { PROCESS_STATES } from '../views/process.view.js';
import { loadDeskProcess, type LoadedProcess } from '../views-from-store/load-desk-process.js';
import { loadProcesses } from '../views-from-store/load-processes.js';
import { goOn, sendPage } from './answer.js';
import { formOf, textOf } from './form-body.js';
import { toldError } from './told-error.js';

const LIST = '/escritorio/procesos';
const ROWS = 30;
const FIELDS = { REASON_MISSING: 'motivo' };

@Allow('batch:read')
@Controller('escritorio/procesos')
export class ProcessesController {
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
    const state = PROCESS_STATES.find((one) => one === values['estado']);
    const asked = {
      query: textOf(values, 'q').slice(0, 200) || undefined,
      state,
      after: values['desde'],
      limit: ROWS + 1,
    };
    const found = await this.desk.as(actor, (manager) =>
      loadProcesses(manager, { ...asked, publisherIds: organisationsWhere(actor, 'batch:read') }),
    );
    const rows = found.slice(0, ROWS);
    const next = new URLSearchParams({
      ...(asked.query && { q: asked.query }),
      ...(state && { estado: state }),
      desde: rows.at(-1)?.ocid ?? '',
    });
    const pager = found.length > ROWS ? { next: `${LIST}?${next.toString()}` } : {};
    sendPage(
      reply,
      processesPage({ ...(await this.desk.view(request, session)), query: asked.query ?? '', state, rows, pager }),
    );
  }

  @Get(':ocid')
  async one(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('ocid') ocid: string,
    @Res() reply: FastifyReply,
  ) {
    const { compiled: _compiled, publisherId: _publisher, ...process } = await this.#find(session.actor, ocid);
    sendPage(reply, deskProcessPage({ ...(await this.desk.view(request, session)), ...process }));
  }

  @Get(':ocid/retirar')
  @Allow('process:withdraw')
  beginWithdrawal(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('ocid') ocid: string,
    @Res() reply: FastifyReply,
  ) {
    return this.#ask(request, session, reply, { ocid, restore: false, form: EMPTY_FORM });
  }

  @Get(':ocid/restituir')
  @Allow('process:withdraw')
  beginRestoration(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('ocid') ocid: string,
    @Res() reply: FastifyReply,
  ) {
    return this.#ask(request, session, reply, { ocid, restore: true, form: EMPTY_FORM });
  }

  @Post(':ocid/retirar')
  @Allow('process:withdraw')
  withdraw(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('ocid') ocid: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const values = formOf(body);
    const input = {
      ocid,
      by: session.actor,
      reason: textOf(values, 'motivo'),
      legalGround: textOf(values, 'oficio') || undefined,
    };
    return this.#decide(request, session, reply, { ocid, restore: false, values }, () =>
      withdrawProcess(this.platform, input),
    );
  }

  @Post(':ocid/restituir')
  @Allow('process:withdraw')
  restore(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('ocid') ocid: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const values = formOf(body);
    const input = { ocid, by: session.actor, reason: textOf(values, 'motivo') };
    return this.#decide(request, session, reply, { ocid, restore: true, values }, () =>
      restoreProcess(this.platform, input),
    );
  }

  async #decide(
    request: FastifyRequest,
    session: Session,
    reply: FastifyReply,
    about: { ocid: string; restore: boolean; values: FormState['values'] },
    work: () => Promise<void>,
  ) {
    const { ocid, restore, values } = about;
    await this.#find(session.actor, ocid);
    const { desk } = deskLocaleOf(this.desk.language(request));
    const required = fillText(desk.form.faults.required, { label: desk.withdraw.reason });
    const errors =
      textOf(values, 'motivo') === ''
        ? [{ field: 'motivo', message: required }]
        : await work().then(
            () => [],
            (error: unknown) => toldError(error, FIELDS),
          );
    if (errors.length > 0) return this.#ask(request, session, reply, { ocid, restore, form: { values, errors } });
    return goOn(reply, deskProcessPath(ocid), restore ? 'restituido' : 'retirado');
  }

  async #ask(
    request: FastifyRequest,
    session: Session,
    reply: FastifyReply,
    about: { ocid: string; restore: boolean; form: FormState },
  ) {
    const { title, publisherId } = await this.#find(session.actor, about.ocid);
    if (!can(session.actor, 'process:withdraw', publisherId)) throw new ForbiddenException();
    const view = await this.desk.view(request, session);
    sendPage(reply, withdrawPage({ ...view, ...about, title }), about.form.errors.length > 0 ? 422 : 200);
  }

  async #find(actor: Actor, ocid: string): Promise<LoadedProcess> {
    const found = await this.desk.as(actor, (manager) => loadDeskProcess(manager, actor, ocid));
    // The row rules show it to some who have no work with it here.
    if (!found || !can(actor, 'batch:read', found.publisherId))
      throw new NotFoundException(`No hay un procedimiento «${ocid}» en las organizaciones de esta cuenta.`);
    return found;
  }
}
