import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, asActor, can, type Session } from '#access';
import type { Action } from '#access';
import type { Language } from '../locale.js';
import { languageOf, Site } from '../site.js';
import { DESK_SECTIONS, DONE_CODES } from './views/desk.view.js';
import type { DeskSection, DeskView, DoneCode } from './views/desk.view.js';

/** What it takes to enter a section. */
const ENTRY: Readonly<Record<DeskSection, Action>> = {
  inicio: 'desk:enter',
  cargar: 'batch:upload',
  cargas: 'batch:read',
  procesos: 'batch:read',
  fuentes: 'source:manage',
  publicador: 'publisher:settings',
  usuarios: 'user:manage',
  organizaciones: 'organisation:manage',
  llaves: 'key:manage',
  bitacora: 'audit:read',
  referencias: 'reference:edit',
  seguimiento: 'tracker:follow',
};

const OWN_ORGANISATIONS = `
SELECT name FROM organisation WHERE id = ANY ($1) ORDER BY lower(name)`;

/** What every page of the desk begins with, and the one way in which the desk reads and writes. */
@Injectable()
export class Desk {
  constructor(
    private readonly site: Site,
    private readonly dataSource: DataSource,
  ) {}

  /** Works as the person who is signed in: the store shows and takes only what is theirs. */
  as<Result>(actor: Actor, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return asActor(this.dataSource, actor, work);
  }

  language(request: FastifyRequest): Language {
    return languageOf(request.url);
  }

  /** What the frame of a page tells: the site, who is signed in, where that person may go, what was just done. */
  async view(request: FastifyRequest, { actor, csrf }: Session): Promise<DeskView> {
    const ids = actor.memberships.flatMap(({ organisationId }) => organisationId ?? []);
    const [site, organisations] = await Promise.all([
      this.site.of(request.url),
      this.as(actor, (manager) => manager.query(OWN_ORGANISATIONS, [ids]) as Promise<{ name: string }[]>),
    ]);
    return {
      site,
      csrf,
      person: { name: actor.name, organisations: organisations.map(({ name }) => name) },
      sections: DESK_SECTIONS.filter((section) => can(actor, ENTRY[section])),
      done: doneOf(request.query),
    };
  }
}

function doneOf(query: unknown): DoneCode | undefined {
  const told = typeof query === 'object' && query !== null && 'hecho' in query ? query.hecho : undefined;
  return DONE_CODES.find((code) => code === told);
}
