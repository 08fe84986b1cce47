import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { type Actor, addOrganisation, can, type OrganisationKind, recordAudit, type Session } from '#access';
import { fillText } from '../../fill.js';
import { Allow, CurrentSession } from '../../../../wiring/src/access/access.decorators.js';
import { Desk } from '../desk.js';
import { deskLocaleOf } from '../desk-locale.js';
import type { DeskLocale } from '../desk-locale.js';
import { organisationFormPage, organisationsPage } from '../pages/organisations.page.js';
import { EMPTY_FORM } from '../views/desk.view.js';
import type { FieldError } from '../views/desk.view.js';
import { loadOrganisations } from '../views-from-store/load-people.js';
import { goOn, sendPage } from './answer.js';
import { faultsOf, formOf, type FormValues, textOf } from './form-body.js';
import { OCID_PREFIX } from './publisher-form.js';
import { toldError } from './told-error.js';

const LIST = '/escritorio/organizaciones';
const FIELDS = { ORGANISATION_TAKEN: 'id', ORGANISATION_INVALID: 'id' };

@Allow('organisation:manage')
@Controller('escritorio/organizaciones')
export class OrganisationsController {
  constructor(private readonly desk: Desk) {}

  @Get()
  async list(@Req() request: FastifyRequest, @CurrentSession() session: Session, @Res() reply: FastifyReply) {
    const organisations = await this.desk.as(session.actor, loadOrganisations);
    const mayManage = can(session.actor, 'organisation:manage');
    sendPage(reply, organisationsPage({ ...(await this.desk.view(request, session)), organisations, mayManage }));
  }

  @Get('nueva')
  async begin(@Req() request: FastifyRequest, @CurrentSession() session: Session, @Res() reply: FastifyReply) {
    sendPage(reply, organisationFormPage({ ...(await this.desk.view(request, session)), form: EMPTY_FORM }));
  }

  @Post('nueva')
  async add(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { actor } = session;
    const values = formOf(body);
    const locale = deskLocaleOf(this.desk.language(request));
    const errors = await this.desk
      .as(actor, (manager) => addFrom(manager, actor, values, locale))
      .catch((error: unknown) => toldError(error, FIELDS));
    if (errors.length === 0) return goOn(reply, LIST, 'creado');
    const view = await this.desk.view(request, session);
    return sendPage(reply, organisationFormPage({ ...view, form: { values, errors } }), 422);
  }
}

/** @returns what is wrong with the form; nothing was stored then. */
async function addFrom(
  manager: EntityManager,
  actor: Actor,
  values: FormValues,
  locale: DeskLocale,
): Promise<readonly FieldError[]> {
  const faults = await faultsIn(manager, values, locale);
  if (faults.length > 0) return faults;
  const [id, name, kind] = [textOf(values, 'id'), textOf(values, 'nombre'), textOf(values, 'clase')];
  if (kind !== 'publisher') await addOrganisation(manager, actor, { id, name, kind: kind as OrganisationKind });
  else await addPublisher(manager, actor, values);
  return [];
}

/** Every publisher is an organisation: the store makes both at once. */
async function addPublisher(manager: EntityManager, actor: Actor, values: FormValues): Promise<void> {
  const [id, name, prefix] = [textOf(values, 'id'), textOf(values, 'nombre'), textOf(values, 'prefijo')];
  const policy = values['marcadas'] === 'si' ? 'publish-marked' : 'hold';
  await manager.query('INSERT INTO publisher (id, name, ocid_prefix, policy) VALUES ($1, $2, $3, $4)', [
    id,
    name,
    prefix,
    policy,
  ]);
  const entry = {
    action: 'publisher:add',
    subject: `publisher ${id}`,
    organisationId: id,
    detail: { name, prefix, policy },
  };
  await recordAudit(manager, actor, entry);
}

async function faultsIn(
  manager: EntityManager,
  values: FormValues,
  { desk }: DeskLocale,
): Promise<readonly FieldError[]> {
  const { organisations: words, form } = desk;
  const [id, prefix] = [textOf(values, 'id'), textOf(values, 'prefijo')];
  const [idTaken] = (await manager.query('SELECT name FROM organisation WHERE id = $1', [id])) as { name: string }[];
  const [taken] = (await manager.query('SELECT name FROM publisher WHERE ocid_prefix = $1', [prefix])) as {
    name: string;
  }[];
  const publishes = values['clase'] === 'publisher';
  return faultsOf([
    ['nombre', textOf(values, 'nombre') === '', fillText(form.faults.required, { label: words.name })],
    ['id', !/^[a-z0-9][a-z0-9-]{0,62}$/.test(id), form.faults.id],
    ['id', idTaken !== undefined, fillText(form.faults.idTaken, { id })],
    [
      'clase',
      !Object.hasOwn(words.kinds, textOf(values, 'clase')),
      fillText(form.faults.choose, { label: words.kind }),
    ],
    ['prefijo', publishes && prefix === '', form.faults.prefixNeeded],
    ['prefijo', publishes && !OCID_PREFIX.test(prefix), form.faults.prefix],
    ['prefijo', publishes && taken !== undefined, fillText(form.faults.prefixTaken, { name: taken?.name ?? '' })],
  ]);
}
