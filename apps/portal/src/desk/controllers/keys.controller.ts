import { Body, Controller, ForbiddenException, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Action, addKey, can, KEY_SCOPES, revokeKey, type Session } from '#access';
import { fillText } from '../../fill.js';
import { Allow, CurrentSession } from '../../../../wiring/src/access/access.decorators.js';
import { Desk } from '../desk.js';
import { deskLocaleOf, wordFor } from '../desk-locale.js';
import type { DeskLocale } from '../desk-locale.js';
import { keyFormPage, keysPage } from '../pages/keys.page.js';
import type { FieldError, FormState } from '../views/desk.view.js';
import { organisationChoices } from '../views-from-store/choices.js';
import { loadKeys } from '../views-from-store/load-keys.js';
import { goOn, sendPage } from './answer.js';
import { faultsOf, formOf, type FormValues, textOf } from './form-body.js';
import { toldError } from './told-error.js';

const LIST = '/escritorio/llaves';
const FIELDS = {
  NAME_MISSING: 'nombre',
  SCOPE_UNKNOWN: 'permisos',
  EXPIRY_INVALID: 'dias',
  ORGANISATION_UNKNOWN: 'organizacion',
};
const BEGINNING: FormValues = { dias: '365', permisos: 'batch:read,batch:upload' };

@Allow('key:manage')
@Controller('escritorio/llaves')
export class KeysController {
  constructor(private readonly desk: Desk) {}

  @Get()
  async list(@Req() request: FastifyRequest, @CurrentSession() session: Session, @Res() reply: FastifyReply) {
    const keys = await this.desk.as(session.actor, loadKeys);
    sendPage(reply, keysPage({ ...(await this.desk.view(request, session)), keys }));
  }

  @Get('nueva')
  begin(@Req() request: FastifyRequest, @CurrentSession() session: Session, @Res() reply: FastifyReply) {
    return this.#form(request, session, reply, { values: BEGINNING, errors: [] });
  }

  /** The key is on the answer itself, and nowhere else: it is not to be found again by going back. */
  @Post('nueva')
  async add(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { actor } = session;
    const values = formOf(body);
    const faults = keyFaults(values, deskLocaleOf(this.desk.language(request)));
    if (faults.length > 0) return this.#form(request, session, reply, { values, errors: faults });
    const wanted = keyOf(values);
    if (!can(actor, 'key:manage', wanted.organisationId)) throw new ForbiddenException();
    const made = await this.desk
      .as(actor, async (manager) => ({ ...(await addKey(manager, actor, wanted)), keys: await loadKeys(manager) }))
      .catch((error: unknown) => toldError(error, FIELDS));
    if (!('key' in made)) return this.#form(request, session, reply, { values, errors: made });
    const view = await this.desk.view(request, session);
    return sendPage(reply, keysPage({ ...view, keys: made.keys, made: { name: wanted.name, secret: made.key } }));
  }

  @Post(':id/revocar')
  async revoke(@CurrentSession() session: Session, @Param('id') id: string, @Res() reply: FastifyReply) {
    const { actor } = session;
    await this.desk.as(actor, (manager) => revokeKey(manager, actor, id)).catch((error: unknown) => toldError(error));
    goOn(reply, LIST, 'revocada');
  }

  async #form(request: FastifyRequest, session: Session, reply: FastifyReply, form: FormState) {
    const view = await this.desk.view(request, session);
    const { scopeNames } = deskLocaleOf(view.site.language).desk.keys;
    const organisations = await this.desk.as(session.actor, (manager) =>
      organisationChoices(manager, session.actor, 'key:manage'),
    );
    const scopes = KEY_SCOPES.map((value) => ({ value, label: wordFor(scopeNames, value) }));
    sendPage(reply, keyFormPage({ ...view, form, organisations, scopes }), form.errors.length > 0 ? 422 : 200);
  }
}

function keyFaults(values: FormValues, { desk }: DeskLocale): readonly FieldError[] {
  const { keys: words, form } = desk;
  const days = Number(textOf(values, 'dias'));
  return faultsOf([
    ['nombre', textOf(values, 'nombre') === '', fillText(form.faults.required, { label: words.name })],
    [
      'organizacion',
      textOf(values, 'organizacion') === '',
      fillText(form.faults.choose, { label: words.organisation }),
    ],
    ['permisos', textOf(values, 'permisos') === '', fillText(form.faults.choose, { label: words.scopes })],
    ['dias', !(Number.isInteger(days) && days >= 1 && days <= 730), form.faults.days],
  ]);
}

function keyOf(values: FormValues) {
  return {
    name: textOf(values, 'nombre'),
    organisationId: textOf(values, 'organizacion'),
    scopes: textOf(values, 'permisos').split(',') as Action[],
    days: Number(textOf(values, 'dias')),
  };
}
