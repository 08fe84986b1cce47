import { Body, Controller, ForbiddenException, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, can, recordAudit, type Session } from '#access';
import {
  addConnector,
  askForRun,
  type ConnectorKind,
  editConnector,
  pauseConnector,
  removeConnector,
  resumeConnector,
} from '#connectors';
import { Platform } from '#publishing';
import { Allow, CurrentSession } from '../../../../wiring/src/access/access.decorators.js';
import { Desk } from '../desk.js';
import { deskLocaleOf } from '../desk-locale.js';
import { sourcePath } from '../components/source-table.js';
import { sourceFormPage } from '../pages/source-form.page.js';
import { sourcePage } from '../pages/source.page.js';
import { sourcesPage } from '../pages/sources.page.js';
import type { DoneCode, FormState } from '../views/desk.view.js';
import { profileChoices, publisherChoices } from '../views-from-store/choices.js';
import { configLines, type LoadedSource, loadSource, loadSources } from '../views-from-store/load-sources.js';
import { goOn, sendPage } from './answer.js';
import { formOf, type FormValues } from './form-body.js';
import { mayUse } from './may-use-source.js';
import { connectorOf, kindOf, NEW_SOURCE, sourceFaults, valuesOf } from './source-form.js';
import { toldError } from './told-error.js';

const LIST = '/escritorio/fuentes';

@Allow('source:manage')
@Controller('escritorio/fuentes')
export class SourcesController {
  constructor(
    private readonly desk: Desk,
    private readonly platform: Platform,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @CurrentSession() session: Session, @Res() reply: FastifyReply) {
    const view = await this.desk.view(request, session);
    const sources = await this.desk.as(session.actor, loadSources);
    sendPage(reply, sourcesPage({ ...view, sources, mayManage: true }));
  }

  @Get('nueva')
  async begin(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Query() query: unknown,
    @Res() reply: FastifyReply,
  ) {
    const values = formOf(query);
    const form = { values: { ...NEW_SOURCE, ...values }, errors: [] };
    await this.#form(request, session, reply, { kind: kindOf(values), form });
  }

  @Post('nueva')
  async add(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const values = formOf(body);
    const kind = kindOf(values);
    if (!kind) return this.#form(request, session, reply, { kind, form: { values, errors: [] } }, 422);
    const id = values['id'] ?? '';
    const errors = await this.#save(request, session.actor, kind, values, async (connector) => {
      await addConnector(this.platform, connector);
      if (values['ya'] === 'si') await askForRun(this.platform, id);
    });
    if (errors) return this.#form(request, session, reply, { kind, form: { values, errors } }, 422);
    await this.#note(session.actor, 'source:add', id, values['publicador']);
    return goOn(reply, sourcePath(id), 'guardado');
  }

  @Get(':id')
  async one(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ) {
    const view = await this.desk.view(request, session);
    const { source, connector, runs } = await this.#find(session.actor, id);
    const config = configLines(connector, deskLocaleOf(view.site.language));
    sendPage(reply, sourcePage({ ...view, source, config, runs, mayManage: true }));
  }

  @Get(':id/editar')
  async edit(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ) {
    const { connector } = await this.#find(session.actor, id);
    await this.#form(request, session, reply, {
      id,
      kind: connector.kind,
      form: { values: valuesOf(connector), errors: [] },
    });
  }

  @Post(':id/editar')
  async change(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { connector: before } = await this.#find(session.actor, id);
    const values: FormValues = { ...formOf(body), id };
    const errors = await this.#save(request, session.actor, before.kind, values, (connector) =>
      editConnector(this.platform, connector),
    );
    if (errors) return this.#form(request, session, reply, { id, kind: before.kind, form: { values, errors } }, 422);
    await this.#note(session.actor, 'source:change', id, values['publicador']);
    return goOn(reply, sourcePath(id), 'guardado');
  }

  @Post(':id/:action')
  async act(
    @CurrentSession() session: Session,
    @Param('id') id: string,
    @Param('action') action: string,
    @Res() reply: FastifyReply,
  ) {
    const known = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    const { source } = await this.#find(session.actor, id);
    if (!known) return goOn(reply, sourcePath(id));
    await known.run(this.platform, id).catch((error: unknown) => toldError(error));
    await this.#note(session.actor, `source:${known.name}`, id, source.publisherId);
    return goOn(reply, known.name === 'remove' ? LIST : sourcePath(id), known.done);
  }

  async #find(actor: Actor, id: string): Promise<LoadedSource> {
    const found = await this.desk
      .as(actor, (manager) => loadSource(manager, id))
      .catch((error: unknown) => toldError(error));
    return found as LoadedSource;
  }

  /** Checks the form and does what it asks. @returns what is wrong with it, if anything. */
  async #save(
    request: FastifyRequest,
    actor: Actor,
    kind: ConnectorKind,
    values: FormValues,
    work: (connector: ReturnType<typeof connectorOf>) => Promise<void>,
  ) {
    const faults = sourceFaults(values, kind, deskLocaleOf(this.desk.language(request)));
    if (faults.length > 0) return faults;
    const connector = connectorOf(values, kind);
    if (!can(actor, 'source:manage', connector.publisherId) || !mayUse(actor, connector))
      throw new ForbiddenException(NOT_THIS);
    return work(connector).then(
      () => undefined,
      (error: unknown) => toldError(error, FIELDS),
    );
  }

  async #form(
    request: FastifyRequest,
    session: Session,
    reply: FastifyReply,
    about: { id?: string; kind: ConnectorKind | undefined; form: FormState },
    status: 200 | 422 = 200,
  ) {
    const [view, profiles, publishers] = await Promise.all([
      this.desk.view(request, session),
      profileChoices(),
      this.desk.as(session.actor, (manager) => publisherChoices(manager, session.actor, 'source:manage')),
    ]);
    sendPage(reply, sourceFormPage({ ...view, ...about, profiles, publishers }), status);
  }

  async #note(actor: Actor, action: string, id: string, organisationId: string | undefined) {
    const entry = { action, subject: `source ${id}`, ...(organisationId && { organisationId }) };
    await this.desk.as(actor, (manager) => recordAudit(manager, actor, entry));
  }
}

const FIELDS = { CONNECTOR_EXISTS: 'id', PUBLISHER_UNKNOWN: 'publicador', SCHEDULE_INVALID: 'cron' };

const NOT_THIS = 'Solo quien administra la plataforma puede usar carpetas, SFTP o secretos de esta máquina.';

interface SourceAction {
  readonly name: string;
  readonly done: DoneCode;
  readonly run: (platform: Platform, id: string) => Promise<void>;
}

const ACTIONS: Readonly<Record<string, SourceAction>> = {
  correr: { name: 'run', done: 'corriendo', run: askForRun },
  pausar: { name: 'pause', done: 'en-pausa', run: pauseConnector },
  reanudar: { name: 'resume', done: 'reanudada', run: resumeConnector },
  quitar: { name: 'remove', done: 'quitada', run: removeConnector },
};
