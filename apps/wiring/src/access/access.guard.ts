import {
  type CanActivate,
  type ExecutionContext,
  ForbiddenException,
  Injectable,
  UnauthorizedException,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { can, findKey, findSession } from '#access';
import { Platform } from '#publishing';
import { ACCESS, type DeclaredAccess } from './access.decorators.js';
import { isForged, isFromElsewhere } from './forged-request.js';
import { admit, type RequestAccess } from './request-access.js';
import { readSessionCookie } from './session-cookie.js';

/** A route says neither `@Public` nor `@Allow`: nobody gets in, and its author is told. */
export class UndeclaredAccessError extends Error {
  readonly code = 'ACCESS_UNDECLARED';
  readonly remedy = 'Put @Public() or @Allow(action) on the route or its controller.';
}

const DESK = /^\/escritorio(?=[/?]|$)/;
const BEARER = /^Bearer ([\w-]+)$/i;

/** The first lock, on every route there is. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly platform: Platform,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const declared = this.reflector.getAllAndOverride<DeclaredAccess | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!declared) throw new UndeclaredAccessError(`${request.method} ${request.routeOptions.url}`);
    const desk = DESK.test(request.routeOptions.url ?? request.url);
    if (desk && isFromElsewhere(request, this.platform.publicUrl)) throw new ForbiddenException(FROM_ELSEWHERE);
    if (declared === 'public') return true;
    const access = desk ? await this.#bySession(request) : await this.#byKey(request);
    if (!can(access.actor, declared.action)) throw new ForbiddenException(NOT_YOURS);
    admit(request, access);
    return true;
  }

  async #bySession(request: FastifyRequest): Promise<RequestAccess> {
    const { dataSource, settings } = this.platform;
    const session = await findSession(dataSource, readSessionCookie(request), settings.session);
    if (!session) throw new UnauthorizedException(SIGN_IN);
    if (isForged(request, session)) throw new ForbiddenException(FROM_ELSEWHERE);
    return { actor: session.actor, session };
  }

  /** Cookies are not looked at, so that no other site can make a browser use them. */
  async #byKey(request: FastifyRequest): Promise<RequestAccess> {
    const [, key] = BEARER.exec(request.headers.authorization ?? '') ?? [];
    const actor = key && (await findKey(this.platform.dataSource, key));
    if (!actor) throw new UnauthorizedException(BRING_KEY);
    return { actor };
  }
}

const SIGN_IN = 'Hay que entrar al escritorio.';
const BRING_KEY = 'Falta una llave de la API que esté vigente, en el encabezado «Authorization: Bearer c7k_…».';
const NOT_YOURS = 'El papel con que se entró no permite esto.';
const FROM_ELSEWHERE =
  'El formulario no viene de esta sesión. Volver a la página, cargarla de nuevo y enviarlo otra vez.';
