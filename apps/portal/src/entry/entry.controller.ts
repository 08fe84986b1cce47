import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  AccessError,
  changePassword,
  closeSession,
  findLink,
  findSession,
  type Session,
  signIn,
  useLink,
} from '#access';
import { Platform } from '#publishing';
import { Allow, CurrentSession, Public } from '../../../wiring/src/access/access.decorators.js';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from '../../../wiring/src/access/session-cookie.js';
import { Site } from '../site.js';
import { DESK_PATH, returnPath, SIGN_IN_PATH } from './ask-to-sign-in.js';
import { dropsSessions, fieldText } from './entry-form.js';
import { entryWords } from './entry-words.js';
import { passwordPage, spentLinkPage } from './password.page.js';
import { signInPage, type SignInView } from './sign-in.page.js';

const HTML_TYPE = 'text/html; charset=utf-8';
/** The form was understood and not taken: the page comes back with the reason. */
const NOT_TAKEN = 422;

/** Signing in and out, and choosing a password. */
@Controller('escritorio')
export class EntryController {
  constructor(
    private readonly platform: Platform,
    private readonly site: Site,
  ) {}

  @Public()
  @Get('entrar')
  async ask(@Req() request: FastifyRequest, @Query('volver') wanted: unknown, @Res() reply: FastifyReply) {
    const { dataSource, settings } = this.platform;
    const session = await findSession(dataSource, readSessionCookie(request), settings.session);
    if (session) goTo(reply, returnPath(wanted));
    else await this.#showSignIn(reply, { returnTo: returnPath(wanted) });
  }

  @Public()
  @Post('entrar')
  async enter(@Req() request: FastifyRequest, @Body() form: unknown, @Res() reply: FastifyReply) {
    const email = fieldText(form, 'correo').slice(0, 254);
    const returnTo = returnPath(fieldText(form, 'volver'));
    const attempt = { email, password: fieldText(form, 'clave').slice(0, 1000), address: request.ip };
    const replaced = readSessionCookie(request);
    const outcome = await signIn(this.platform.dataSource, { ...attempt, ...(replaced && { replaced }) }).catch(busy);
    if (outcome.kind === 'in') {
      setSessionCookie(reply, outcome.token);
      return goTo(reply, returnTo);
    }
    const again = { email, returnTo };
    if (outcome.kind === 'wait') {
      void reply.status(429).header('retry-after', String(outcome.seconds));
      return this.#showSignIn(reply, { ...again, fault: { waitSeconds: outcome.seconds } });
    }
    void reply.status(outcome.kind === 'busy' ? 503 : NOT_TAKEN);
    return this.#showSignIn(reply, { ...again, fault: outcome.kind });
  }

  @Allow('desk:enter')
  @Post('salir')
  async leave(@CurrentSession() session: Session, @Res() reply: FastifyReply) {
    await closeSession(this.platform.dataSource.manager, session.token);
    clearSessionCookie(reply);
    goTo(reply, SIGN_IN_PATH);
  }

  @Public()
  @Get('invitacion/:token')
  async invite(@Param('token') token: string, @Res() reply: FastifyReply) {
    await this.#showLink(reply, token);
  }

  @Public()
  @Post('invitacion/:token')
  async accept(@Param('token') token: string, @Body() form: unknown, @Res() reply: FastifyReply) {
    const next = fieldText(form, 'clave');
    if (next !== fieldText(form, 'repetida')) return this.#showLink(reply, token, entryWords('es').password.differ);
    try {
      setSessionCookie(reply, await useLink(this.platform.dataSource, token, next));
      return goTo(reply, DESK_PATH);
    } catch (error) {
      return this.#showLink(reply, token, problemOf(error));
    }
  }

  @Allow('desk:enter')
  @Get('clave')
  async change(@CurrentSession() session: Session, @Res() reply: FastifyReply) {
    await this.#showChange(reply, session);
  }

  @Allow('desk:enter')
  @Post('clave')
  async changed(@CurrentSession() session: Session, @Req() { ip, body }: FastifyRequest, @Res() reply: FastifyReply) {
    const { password: words } = entryWords('es');
    const next = fieldText(body, 'clave');
    if (next !== fieldText(body, 'repetida')) return this.#showChange(reply, session, words.differ);
    const change = { current: fieldText(body, 'actual').slice(0, 1000), next, address: ip };
    try {
      setSessionCookie(reply, await changePassword(this.platform.dataSource, session.actor, change));
      return goTo(reply, DESK_PATH);
    } catch (error) {
      const wrong = error instanceof AccessError && error.code === 'PASSWORD_WRONG';
      return this.#showChange(reply, session, wrong ? words.currentWrong : problemOf(error));
    }
  }

  async #showSignIn(reply: FastifyReply, view: Pick<SignInView, 'email' | 'returnTo' | 'fault'>) {
    const site = await this.site.of(DESK_PATH);
    show(reply, signInPage({ ...view, site, insecure: dropsSessions(this.platform.publicUrl) }));
  }

  async #showLink(reply: FastifyReply, token: string, fault?: string) {
    const site = await this.site.of(DESK_PATH);
    const account = await findLink(this.platform.dataSource, token);
    if (!account) return show(reply.status(404), spentLinkPage(site));
    const { purpose, name, email } = account;
    const action = `${DESK_PATH}/invitacion/${token}`;
    if (fault !== undefined) void reply.status(NOT_TAKEN);
    return show(reply, passwordPage({ site, purpose, name, email, action, ...(fault !== undefined && { fault }) }));
  }

  async #showChange(reply: FastifyReply, { actor, csrf }: Session, fault?: string) {
    const site = await this.site.of(DESK_PATH);
    const { name, email = '' } = actor;
    const action = `${DESK_PATH}/clave`;
    if (fault !== undefined) void reply.status(NOT_TAKEN);
    show(
      reply,
      passwordPage({ site, purpose: 'change', name, email, action, csrf, ...(fault !== undefined && { fault }) }),
    );
  }
}

function show(reply: FastifyReply, page: string): void {
  void reply.header('content-type', HTML_TYPE).send(page);
}

function goTo(reply: FastifyReply, path: string): void {
  void reply.status(303).header('location', path).send('');
}

function busy(error: unknown): { readonly kind: 'busy' } {
  if (error instanceof AccessError && error.code === 'SIGN_IN_BUSY') return { kind: 'busy' };
  throw error;
}

/** What to tell who filled the form in; whatever is no fault of theirs goes on as an error. */
function problemOf(error: unknown): string {
  if (error instanceof AccessError) return [error.problem, error.remedy].filter(Boolean).join('. ');
  throw error;
}
