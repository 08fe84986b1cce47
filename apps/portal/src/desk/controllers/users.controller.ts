import { Body, Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import {
  type Actor,
  addAccount,
  disableAccount,
  enableAccount,
  giveRole,
  makeLink,
  type Membership,
  resetAccount,
  type Role,
  ROLES,
  type Session,
  takeRole,
} from '#access';
import { Platform } from '#publishing';
import { Allow, CurrentSession } from '../../../../wiring/src/access/access.decorators.js';
import { Desk } from '../desk.js';
import { deskLocaleOf } from '../desk-locale.js';
import { userFormPage } from '../pages/user-form.page.js';
import { userPath, usersPage } from '../pages/users.page.js';
import type { UserLine } from '../views/administration.view.js';
import type { DoneCode, FormState } from '../views/desk.view.js';
import { EMPTY_FORM } from '../views/desk.view.js';
import { organisationChoices } from '../views-from-store/choices.js';
import { loadUser, loadUsers } from '../views-from-store/load-people.js';
import { goOn, sendPage } from './answer.js';
import { formOf, type FormValues, textOf } from './form-body.js';
import { toldError } from './told-error.js';

const FIELDS = {
  EMAIL_INVALID: 'correo',
  EMAIL_TAKEN: 'correo',
  NAME_MISSING: 'nombre',
  ROLE_UNKNOWN: 'papel',
  ROLE_NEEDS_ORGANISATION: 'organizacion',
  ORGANISATION_UNKNOWN: 'organizacion',
};

@Allow('user:manage')
@Controller('escritorio/usuarios')
export class UsersController {
  constructor(
    private readonly desk: Desk,
    private readonly platform: Platform,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @CurrentSession() session: Session, @Res() reply: FastifyReply) {
    const users = await this.desk.as(session.actor, loadUsers);
    sendPage(reply, usersPage({ ...(await this.desk.view(request, session)), users, mayManage: true }));
  }

  @Get('nuevo')
  begin(@Req() request: FastifyRequest, @CurrentSession() session: Session, @Res() reply: FastifyReply) {
    return this.#show(request, session, reply, {});
  }

  /** The link is on the answer itself, and nowhere else: it is not to be found again by going back. */
  @Post('nuevo')
  async invite(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { actor } = session;
    const values = formOf(body);
    const made = await this.desk
      .as(actor, async (manager) => {
        const person = {
          email: textOf(values, 'correo'),
          name: textOf(values, 'nombre'),
          memberships: [roleOf(values)],
        };
        const id = await addAccount(manager, actor, person);
        return { user: await loadUser(manager, id), token: await makeLink(manager, id, 'invitation') };
      })
      .catch((error: unknown) => toldError(error, FIELDS));
    if (!('token' in made)) return this.#show(request, session, reply, { form: { values, errors: made } });
    return this.#show(request, session, reply, { user: made.user, token: made.token, done: 'invitado' });
  }

  @Get(':id')
  async one(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ) {
    await this.#show(request, session, reply, { user: await this.#find(session.actor, id) });
  }

  @Post(':id/restablecer')
  async reset(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ) {
    const { actor } = session;
    const user = await this.#find(actor, id);
    const token = await this.desk.as(actor, (manager) => resetAccount(manager, actor, id));
    await this.#show(request, session, reply, { user, token });
  }

  @Post(':id/:action')
  async act(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param() { id, action }: { id: string; action: string },
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { actor } = session;
    const user = await this.#find(actor, id);
    const known = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (!known) throw new NotFoundException();
    const values = formOf(body);
    const errors = await this.desk
      .as(actor, (manager) => known.run(manager, actor, id, values))
      .then(
        () => undefined,
        (error: unknown) => toldError(error, FIELDS),
      );
    if (errors) return this.#show(request, session, reply, { user, form: { values, errors } });
    return goOn(reply, userPath(id), known.done);
  }

  async #find(actor: Actor, id: string): Promise<UserLine> {
    const user = await this.desk.as(actor, (manager) => loadUser(manager, id));
    if (!user) throw new NotFoundException(`No hay una cuenta «${id}».`);
    return user;
  }

  async #show(
    request: FastifyRequest,
    session: Session,
    reply: FastifyReply,
    about: { user?: UserLine | undefined; form?: FormState; token?: string; done?: DoneCode },
  ) {
    const { user, form = EMPTY_FORM, token, done } = about;
    const view = await this.desk.view(request, session);
    const organisations = await this.desk.as(session.actor, (manager) =>
      organisationChoices(manager, session.actor, 'user:manage'),
    );
    const names = deskLocaleOf(view.site.language).desk.users.roleNames;
    const roles = ROLES.map((value) => ({ value, label: names[value] }));
    const link = token === undefined ? undefined : `${this.platform.publicUrl}/escritorio/invitacion/${token}`;
    const page = userFormPage({ ...view, user, form, roles, organisations, link, done: done ?? view.done });
    sendPage(reply, page, form.errors.length > 0 ? 422 : 200);
  }
}

function roleOf(values: FormValues): Membership {
  const organisation = textOf(values, 'organizacion');
  return { role: textOf(values, 'papel') as Role, organisationId: organisation === '' ? null : organisation };
}

interface UserAction {
  readonly done: DoneCode;
  readonly run: (manager: EntityManager, by: Actor, id: string, values: FormValues) => Promise<void>;
}

const ACTIONS: Readonly<Record<string, UserAction>> = {
  'dar-papel': { done: 'guardado', run: (manager, by, id, values) => giveRole(manager, by, id, roleOf(values)) },
  'quitar-papel': { done: 'guardado', run: (manager, by, id, values) => takeRole(manager, by, id, roleOf(values)) },
  deshabilitar: { done: 'deshabilitado', run: disableAccount },
  habilitar: { done: 'habilitado', run: enableAccount },
};
