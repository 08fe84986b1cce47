import { Body, Controller, ForbiddenException, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { can, type Session } from '#access';
import { Platform } from '#publishing';
import { MOST_EVIDENCE_BYTES } from '#tracking';
import { TakesFiles } from '../../../../api/src/batches/takes-files.js';
import { Allow, CurrentSession } from '../../../../wiring/src/access/access.decorators.js';
import { Desk } from '../desk.js';
import { type DeskLocale, deskLocaleOf } from '../desk-locale.js';
import { taskPage } from '../pages/tracking/task.page.js';
import { taskOf } from '../tracking/all-tasks.js';
import { commitmentOf, type Place, type ThingKind, trackingPath } from '../tracking/place.js';
import { placeIn, standingOf } from '../tracking/standing.js';
import type { Task } from '../tracking/task.js';
import { type Filled, faultsIn, cutShort, refusedAt, taskFields } from '../tracking/task-form.js';
import type { FieldError, FormState } from '../views/desk.view.js';
import { goOn, sendPage } from './answer.js';
import { formOf } from './form-body.js';
import { receiveDeskForm } from './receive-desk-form.js';

/** Where something is done: with what, and in which plan. The plan itself has no kind. */
interface At {
  readonly plan: string;
  readonly kind?: string;
  readonly id?: string;
  readonly task: string;
}

/** What people do in the tracker: each a form, which the actions of the tracker take or refuse. */
@Allow('tracker:follow')
@Controller('escritorio/seguimiento')
export class TasksController {
  constructor(
    private readonly desk: Desk,
    private readonly platform: Platform,
  ) {}

  @Get([':plan/:task', ':plan/:kind/:id/:task'])
  async begin(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param() at: At,
    @Res() reply: FastifyReply,
  ) {
    const { task, place } = await this.#find(request, session, at);
    await this.#form(request, session, reply, task, place, { values: task.begin?.(place) ?? {}, errors: [] });
  }

  /** Routes of their own: only these take files. */
  @Post([':plan/metas/:id/reportar', ':plan/metas/:id/evidencia', ':plan/compromisos/:id/evidencia'])
  @TakesFiles()
  async doWithFile(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param() { plan, id }: { plan: string; id: string },
    @Res() reply: FastifyReply,
  ) {
    const [kind, name] = /\/(metas|compromisos)\/[^/]+\/(reportar|evidencia)(?:\?|$)/.exec(request.url)!.slice(1) as [
      string,
      string,
    ];
    const { task, place } = await this.#find(request, session, { plan, kind, id, task: name });
    await using form = await receiveDeskForm(request, MOST_EVIDENCE_BYTES);
    const { values, file, fileName = '' } = form;
    const told = file && { path: file.path, name: fileName };
    await this.#do(request, session, reply, task, place, { values, file: told, faults: cutShort(form, place.locale) });
  }

  @Post([':plan/:task', ':plan/:kind/:id/:task'])
  async do(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param() at: At,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { task, place } = await this.#find(request, session, at);
    await this.#do(request, session, reply, task, place, { values: formOf(body), faults: [] });
  }

  async #do(
    request: FastifyRequest,
    session: Session,
    reply: FastifyReply,
    task: Task,
    place: Place,
    { values, file, faults }: Sent,
  ) {
    const errors = faults.length > 0 ? faults : faultsIn(task, place, { values, file });
    if (errors.length > 0) return this.#form(request, session, reply, task, place, { values, errors });
    const outcome = await task.run({ place, tracking: this.platform, values, file });
    if (outcome.ok) return goOn(reply, wayBack(place).path, task.done);
    const refusal = [refusedAt(task, place, outcome.refusal)];
    return this.#form(request, session, reply, task, place, { values, errors: refusal });
  }

  async #form(
    request: FastifyRequest,
    session: Session,
    reply: FastifyReply,
    task: Task,
    place: Place,
    form: FormState,
  ) {
    const { plan, kind, id, locale } = place;
    const words = locale.desk.tracking.tasks[task.name];
    const view = {
      ...(await this.desk.view(request, session)),
      title: words.title,
      lede: words.lede,
      submit: words.submit,
      back: wayBack(place),
      facts: task.facts?.(place) ?? [],
      path: kind === 'plan' ? trackingPath(plan, task.name) : trackingPath(plan, kind, id, task.name),
      files: task.files ?? false,
      fields: taskFields(task, place),
      form,
    };
    sendPage(reply, taskPage(view), form.errors.length > 0 ? 422 : 200);
  }

  /** @throws NotFoundException, ForbiddenException */
  async #find(request: FastifyRequest, { actor }: Session, { plan, kind = 'plan', id = '', task: name }: At) {
    const task = taskOf(kind as ThingKind, name);
    const standing = task && (await standingOf(this.platform, plan, actor, deskLocaleOf(this.desk.language(request))));
    const place = standing && (await placeIn(this.platform, standing, task.of, id));
    if (!place) throw new NotFoundException('No está en el seguimiento.');
    if (!task.actions.some((action) => can(actor, action))) throw new ForbiddenException('No es de este papel.');
    return { task, place };
  }
}

interface Sent extends Filled {
  /** Already wrong as it came. */
  readonly faults: readonly FieldError[];
}

/** The page that something is listed on. */
function wayBack(place: Place): { readonly path: string; readonly label: string } {
  const { plan, kind, thing, locale } = place;
  const { tracking: words } = locale.desk;
  const list = LISTED[kind];
  if (list) return { path: trackingPath(plan, list), label: words.lists[list] };
  const meta = kind === 'metas' ? thing.id : 'milestone' in thing ? thing.milestone : undefined;
  if (meta !== undefined) return { path: trackingPath(plan, 'metas', meta), label: words.facts.meta };
  const commitment = commitmentOf(place, kind, thing);
  return commitment === undefined
    ? { path: '/escritorio/seguimiento', label: words.title }
    : { path: trackingPath(plan, 'compromisos', commitment), label: words.facts.commitment };
}

const LISTED: Readonly<Partial<Record<ThingKind, keyof DeskLocale['desk']['tracking']['lists']>>> = {
  plan: 'sesiones',
  acuerdos: 'sesiones',
  inconsistencias: 'inconsistencias',
  preguntas: 'preguntas',
  informes: 'informes',
};
