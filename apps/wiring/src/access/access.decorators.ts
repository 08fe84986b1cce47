import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Action, Actor, Session } from '#access';
import { accessOf } from './request-access.js';

/** Where a route's declaration is kept. */
export const ACCESS = 'c7:access';

/** Who may use a route. */
export type DeclaredAccess = 'public' | { readonly action: Action };

/** Anybody may use it, known or not. On a controller or a route. */
export const Public = () => SetMetadata<string, DeclaredAccess>(ACCESS, 'public');

/**
 * Only who may do this somewhere; the handler asks `can` again with the organisation of the object at hand, and answers
 * 404 for those of others. Pages under /escritorio take a session, everything else an API key.
 */
export const Allow = (action: Action) => SetMetadata<string, DeclaredAccess>(ACCESS, { action });

/** The actor of the request, on routes with `@Allow`. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => accessOf(context.switchToHttp().getRequest()).actor,
);

/** The session of the request, on pages with `@Allow`: its `csrf` goes into every form. */
export const CurrentSession = createParamDecorator(
  (_: unknown, context: ExecutionContext): Session => accessOf(context.switchToHttp().getRequest()).session!,
);
