import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Session } from '#access';
import { Allow, CurrentSession } from '../../../../wiring/src/access/access.decorators.js';
import { Desk } from '../desk.js';
import { deskLocaleOf, wordFor } from '../desk-locale.js';
import { auditPage } from '../pages/audit.page.js';
import { organisationChoices } from '../views-from-store/choices.js';
import { auditActions, loadAudit } from '../views-from-store/load-audit.js';
import { sendPage } from './answer.js';
import { formOf, type FormValues } from './form-body.js';

const FILTERS = ['quien', 'que', 'organizacion', 'desde', 'hasta'] as const;

@Allow('audit:read')
@Controller('escritorio/bitacora')
export class AuditController {
  constructor(private readonly desk: Desk) {}

  @Get()
  async list(
    @Req() request: FastifyRequest,
    @CurrentSession() session: Session,
    @Query() query: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { actor } = session;
    const values = formOf(query);
    const found = await this.desk.as(actor, async (manager) => ({
      ...(await loadAudit(manager, queryOf(values))),
      actions: await auditActions(manager),
      organisations: await organisationChoices(manager, actor, 'audit:read'),
    }));
    const view = await this.desk.view(request, session);
    const { actions: names } = deskLocaleOf(view.site.language).desk.audit;
    const actions = found.actions.map((value) => ({ value, label: wordFor(names, value) }));
    const pager = found.next === undefined ? {} : { next: addressOf(values, found.next) };
    sendPage(reply, auditPage({ ...view, ...found, actions, pager, form: { values, errors: [] } }));
  }
}

function queryOf(values: FormValues) {
  const given = (name: string, form = /./) => (form.test(values[name] ?? '') ? values[name] : undefined);
  return {
    who: given('quien'),
    action: given('que'),
    organisationId: given('organizacion'),
    from: given('desde', /^\d{4}-\d{2}-\d{2}$/),
    to: given('hasta', /^\d{4}-\d{2}-\d{2}$/),
    before: given('antes', /^\d{1,18}$/),
  };
}

function addressOf(values: FormValues, before: string): string {
  const kept = FILTERS.flatMap((name): [string, string][] => (values[name] ? [[name, values[name]]] : []));
  return `/escritorio/bitacora?${new URLSearchParams([...kept, ['antes', before]]).toString()}`;
}
