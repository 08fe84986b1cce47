import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Alert, confirmAlert, endAlert, endAllAlerts, findAlert, findUnconfirmed, listAlerts } from '#alerts';
import { Platform } from '#publishing';
import { TakesFiles } from '../../../api/src/batches/takes-files.js';
import { Public } from '../../../wiring/src/access/access.decorators.js';
import { fieldText } from '../entry/entry-form.js';
import { languageOf, Site } from '../site.js';
import { targetPath } from './alert-target.js';
import { alertWords } from './alert-words.js';
import { describeAlert } from './describe-alert.js';
import { confirmAlertPage, confirmedAlertPage, spentAlertPage } from './pages/confirm.page.js';
import { alertListPage, endAlertPage, endedAlertPage } from './pages/end.page.js';
import { partyNames } from './party-names.js';

/**
 * What the links of a mail do. Whoever has the link may use it: nobody signs in, and a mailbox may post to it by itself
 * (RFC 8058). Opening one changes nothing.
 */
@Public()
@Controller(['alertas', 'en/alertas'])
export class AlertLinksController {
  constructor(
    private readonly platform: Platform,
    private readonly site: Site,
  ) {}

  @Get('confirmar/:token')
  async askToConfirm(@Req() request: FastifyRequest, @Param('token') token: string, @Res() reply: FastifyReply) {
    const alert = await findUnconfirmed(this.platform.dataSource, token);
    const site = await this.site.of(request.url);
    if (!alert) return show(reply.status(404), spentAlertPage(site, 'confirm'));
    const what = await this.#what(alert, request);
    if (alert.confirmedAt) return show(reply, confirmedAlertPage(site, what, targetPath(alert.topic, alert.filters)));
    show(reply, confirmAlertPage(site, token, what));
  }

  @Post('confirmar/:token')
  async confirm(@Req() request: FastifyRequest, @Param('token') token: string, @Res() reply: FastifyReply) {
    const alert = await confirmAlert(this.platform.dataSource, token, new Date());
    const site = await this.site.of(request.url);
    if (!alert) return show(reply.status(404), spentAlertPage(site, 'confirm'));
    const path = targetPath(alert.topic, alert.filters);
    show(reply.status(200), confirmedAlertPage(site, await this.#what(alert, request), path));
  }

  @Get('baja/:id/:signature')
  async askToEnd(@Req() request: FastifyRequest, @Param() link: Link, @Res() reply: FastifyReply) {
    const alert = await findAlert(this.platform.dataSource, link.id, link.signature);
    const site = await this.site.of(request.url);
    if (alert === undefined) return show(reply.status(404), spentAlertPage(site, 'link'));
    if (alert === null) return show(reply, endedAlertPage(site));
    show(reply, endAlertPage(site, signedOf(link), await this.#what(alert, request)));
  }

  /** Its body is of any type and is not read: the address says all. */
  @TakesFiles()
  @Post('baja/:id/:signature')
  async end(@Req() request: FastifyRequest, @Param() link: Link, @Res() reply: FastifyReply) {
    const alert = await findAlert(this.platform.dataSource, link.id, link.signature);
    const site = await this.site.of(request.url);
    if (alert === undefined) return show(reply.status(404), spentAlertPage(site, 'link'));
    if (alert) await endAlert(this.platform.dataSource, alert);
    show(reply.status(200), endedAlertPage(site));
  }

  @Get('de/:id/:signature')
  async list(@Req() request: FastifyRequest, @Param() link: Link, @Res() reply: FastifyReply) {
    await this.#list(request, link, reply);
  }

  @Post('de/:id/:signature')
  async endFromList(
    @Req() request: FastifyRequest,
    @Param() link: Link,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { dataSource } = this.platform;
    const alerts = await listAlerts(dataSource, link.id, link.signature);
    const chosen = fieldText(body, 'alerta');
    const one = alerts?.find(({ id }) => id === chosen);
    if (one) await endAlert(dataSource, one);
    else if (alerts && chosen === 'todas') await endAllAlerts(dataSource, link.id);
    await this.#list(request, link, reply);
  }

  async #list(request: FastifyRequest, link: Link, reply: FastifyReply) {
    const alerts = await listAlerts(this.platform.dataSource, link.id, link.signature);
    const site = await this.site.of(request.url);
    if (!alerts) return show(reply.status(404), spentAlertPage(site, 'link'));
    const { every } = alertWords(site.language);
    const listed = [];
    for (const alert of alerts)
      listed.push({ id: alert.id, every: every[alert.frequency], what: await this.#what(alert, request) });
    show(reply.status(200), alertListPage(site, signedOf(link), listed));
  }

  /** In the language of the page. */
  async #what(alert: Alert, { url }: FastifyRequest): Promise<readonly string[]> {
    const names = await partyNames(this.platform.dataSource, alert.filters);
    return describeAlert({ ...alert, language: languageOf(url) }, names);
  }
}

interface Link {
  readonly id: string;
  readonly signature: string;
}

function signedOf({ id, signature }: Link): string {
  return `${id}/${encodeURIComponent(signature)}`;
}

function show(reply: FastifyReply, page: string): void {
  void reply.header('content-type', 'text/html; charset=utf-8').send(page);
}
