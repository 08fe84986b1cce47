import { Body, Controller, Get, NotFoundException, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, can, type Session } from '#access';
import { countReference, editReference } from '#publishing';
import {
  isReferenceKind,
  type ReferenceChange,
  referenceFields,
  type ReferenceKind,
  type ReferenceSource,
} from '#reference';
import { Allow, CurrentSession } from '../../../../wiring/src/access/access.decorators.js';
import { Desk } from '../desk.js';
import { deskLocaleOf } from '../desk-locale.js';
import type { DeskLocale } from '../desk-locale.js';
import { referenceEntryPage, referenceListPage, referencesPage, referencesPath } from '../pages/references.page.js';
import type { ReferenceEntryView } from '../views/administration.view.js';
import type { DeskView, FieldError } from '../views/desk.view.js';
import { EMPTY_FORM } from '../views/desk.view.js';
import { loadReferenceEntry, loadReferenceList, referenceFormFields } from '../views-from-store/load-references.js';
import { goOn, sendPage } from './answer.js';
import { formOf, type FormValues, textOf } from './form-body.js';

@Allow('reference:edit')
@Controller('escritorio/referencias')
export class ReferencesController {
  constructor(private readonly desk: Desk) {}

  @Get()
  async kinds(@Req() request: FastifyRequest, @CurrentSession() session: Session, @Res() reply: FastifyReply) {
    const counts = await this.desk.as(session.actor, countReference);
    sendPage(reply, referencesPage({ ...(await this.desk.view(request, session)), counts }));
  }

  @Get(':kind')
  async list(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('kind') name: string,
    @Query() query: unknown,
    @Res() reply: FastifyReply,
  ) {
    const [kind, values] = [kindOf(name), formOf(query)];
    const [, version, key] = /^(\d{1,9})-(.+)$/.exec(textOf(values, 'desde')) ?? [];
    const after = key && version ? { key, version: Number(version) } : undefined;
    const asked = { kind, query: textOf(values, 'q').slice(0, 200), after };
    const found = await this.desk.as(session.actor, (manager) =>
      loadReferenceList(manager, asked, this.#locale(request)),
    );
    const { next, ...list } = found;
    const to = next && new URLSearchParams({ q: asked.query, desde: `${next.version}-${next.key}` }).toString();
    const pager = to === undefined ? {} : { next: `${referencesPath(kind)}?${to}` };
    const view = await this.desk.view(request, session);
    sendPage(
      reply,
      referenceListPage({ ...view, ...list, kind, query: asked.query, mayEdit: mayEdit(session.actor), pager }),
    );
  }

  @Get(':kind/nueva')
  async begin(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('kind') name: string,
    @Res() reply: FastifyReply,
  ) {
    const kind = kindOf(name);
    const locale = this.#locale(request);
    const entry = { title: locale.desk.references.add, form: EMPTY_FORM, history: [] };
    sendPage(reply, this.#page(await this.desk.view(request, session), session.actor, { kind, ...entry }, locale));
  }

  @Post(':kind/nueva')
  add(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param('kind') name: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const values = formOf(body);
    const change = { ...changeOf(kindOf(name), values), key: textOf(values, 'clave'), expected: 0 };
    return this.#save(request, session, reply, change, values);
  }

  @Get(':kind/:key/:version')
  async one(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param() place: Place,
    @Res() reply: FastifyReply,
  ) {
    const locale = this.#locale(request);
    const entry = await this.#find(session.actor, place, locale);
    sendPage(
      reply,
      this.#page(
        await this.desk.view(request, session),
        session.actor,
        { ...entry, kind: kindOf(place.kind), id: idOf(place) },
        locale,
      ),
    );
  }

  /** What was said takes the place of the version that was shown; the history keeps it. */
  @Post(':kind/:key/:version')
  async change(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Param() place: Place,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const values = formOf(body);
    await this.#find(session.actor, place, this.#locale(request));
    const expected = Number(textOf(values, 'vista')) || 0;
    const change = {
      ...changeOf(kindOf(place.kind), values),
      key: place.key,
      expected,
      replaces: Number(place.version),
    };
    return this.#save(request, session, reply, change, values, place);
  }

  async #save(
    request: FastifyRequest,
    session: Session,
    reply: FastifyReply,
    change: ReferenceChange,
    values: FormValues,
    place?: Place,
  ) {
    const { actor } = session;
    const kind = kindOf(change.kind);
    const outcome = await this.desk.as(actor, (manager) => editReference(manager, actor, change));
    if (outcome.ok)
      return goOn(reply, referencesPath(kind, `${encodeURIComponent(change.key)}/${outcome.version}`), 'guardado');
    const locale = this.#locale(request);
    const known = place ? await this.#find(actor, place, locale) : { title: locale.desk.references.add, history: [] };
    const errors = outcome.faults.map(({ field, message, remedy }): FieldError => {
      const said = `${message[locale.language]} ${remedy[locale.language]}`;
      return { field: FIELDS[field] ?? field, message: said };
    });
    const about = { ...known, kind, id: place && idOf(place), form: { values, errors } };
    return sendPage(reply, this.#page(await this.desk.view(request, session), actor, about, locale), 422);
  }

  #page(
    view: DeskView,
    actor: Actor,
    about: Omit<ReferenceEntryView, keyof DeskView | 'fields' | 'mayEdit'>,
    locale: DeskLocale,
  ): string {
    const fields = referenceFormFields(about.kind, about.id === undefined, locale);
    return referenceEntryPage({ ...view, ...about, fields, mayEdit: mayEdit(actor) });
  }

  async #find(actor: Actor, { kind, key, version }: Place, locale: DeskLocale) {
    const number = /^\d{1,9}$/.test(version) ? Number(version) : 0;
    const found = await this.desk.as(actor, (manager) =>
      loadReferenceEntry(manager, kindOf(kind), key, number, locale),
    );
    if (!found) throw new NotFoundException('Esa versión ya no es la vigente, o no existe. Buscarla en la lista.');
    return found;
  }

  #locale(request: FastifyRequest): DeskLocale {
    return deskLocaleOf(this.desk.language(request));
  }
}

interface Place {
  readonly kind: string;
  readonly key: string;
  readonly version: string;
}

const FIELDS: Readonly<Record<string, string>> = { reason: 'motivo', key: 'clave' };

function idOf({ key, version }: Place): string {
  return `${encodeURIComponent(key)}/${version}`;
}

/** @throws NotFoundException */
function kindOf(name: string): ReferenceKind {
  if (!isReferenceKind(name)) throw new NotFoundException(`No hay referencias de la clase «${name}».`);
  return name;
}

function mayEdit(actor: Actor): boolean {
  return can(actor, 'reference:edit');
}

/** What the form says; a field that was left empty is not told. */
function changeOf(kind: ReferenceKind, values: FormValues) {
  const given = (of: ReferenceKind | 'source', prefix: string) =>
    referenceFields(of).flatMap(({ name }): [string, string][] => {
      const text = textOf(values, prefix + name);
      return text === '' ? [] : [[name, text]];
    });
  return {
    kind,
    data: Object.fromEntries(given(kind, '')),
    source: Object.fromEntries(given('source', 'source.')) as unknown as ReferenceSource,
    validFrom: textOf(values, 'validFrom') || null,
    validTo: textOf(values, 'validTo') || null,
    reason: textOf(values, 'motivo'),
  };
}
