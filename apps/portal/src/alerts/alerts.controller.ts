import { Body, Controller, ForbiddenException, Get, NotFoundException, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AlertTerms, FREQUENCIES, requestAlert, type Topic, TOPICS } from '#alerts';
import { isMailAddress, mailSender } from '#mail';
import { Platform } from '#publishing';
import { Public } from '../../../wiring/src/access/access.decorators.js';
import { isFromElsewhere } from '../../../wiring/src/access/forged-request.js';
import { fieldText } from '../entry/entry-form.js';
import { pathIn } from '../links.js';
import { languageOf, Site } from '../site.js';
import { AskLimit } from '../tracker/ask-limit.js';
import { ALERT_TRAP, type RefusedAlert } from './alert-form.js';
import { type AlertTarget, filtersOf } from './alert-target.js';
import { alertWords } from './alert-words.js';
import { describeAlert } from './describe-alert.js';
import { askedAlertPage, refusedAlertPage } from './pages/ask.page.js';
import { partyNames } from './party-names.js';

const HTML_TYPE = 'text/html; charset=utf-8';
const MOST_LETTERS = 4_000;

/** What a form says; `terms` where it makes sense. */
interface Sent {
  readonly email: string;
  readonly frequency: string;
  readonly target: AlertTarget | undefined;
  readonly terms: AlertTerms | undefined;
  /** Filled in by a program. */
  readonly trapped: boolean;
}

/** Asking for alerts by mail. Whoever asks is told the same, whatever is known of the address. */
@Public()
@Controller(['', 'en'])
export class AlertsController {
  readonly #limit = new AskLimit();

  constructor(
    private readonly platform: Platform,
    private readonly site: Site,
  ) {}

  @Post('alertas')
  async ask(@Req() request: FastifyRequest, @Body() body: unknown, @Res() reply: FastifyReply) {
    if (!mailSender(this.platform.settings)) throw new NotFoundException('Este sitio no envía avisos por correo.');
    if (isFromElsewhere(request, this.platform.publicUrl))
      throw new ForbiddenException('El formulario viene de otro sitio. Volver a la página y enviarlo desde ahí.');
    const language = languageOf(request.url);
    const sent = await readForm(body, language);
    // A program that fills everything in is told what a person is told.
    const refused = sent.trapped ? undefined : this.#refusalOf(sent, request);
    if (refused) return this.#refuse(request, reply, sent, refused);
    if (!sent.trapped) await requestAlert(this.platform, sent.email, sent.terms!);
    void reply.status(303).header('location', pathIn(language, '/alertas/recibida')).send('');
  }

  @Get('alertas/recibida')
  async asked(@Req() { url }: FastifyRequest, @Res() reply: FastifyReply) {
    void reply.header('content-type', HTML_TYPE).send(askedAlertPage(await this.site.of(url)));
  }

  #refusalOf({ email, frequency, target, terms }: Sent, { ip, url }: FastifyRequest): RefusedAlert | undefined {
    const { faults } = alertWords(languageOf(url));
    const written = { email: email.slice(0, 254), frequency };
    if (target === undefined) return { ...written, fault: faults.target, field: undefined };
    if (!isMailAddress(email)) return { ...written, fault: faults.email, field: 'email' };
    if (!terms) return { ...written, fault: faults.frequency, field: 'frequency' };
    return this.#limit.take(ip, Date.now()) ? undefined : { ...written, fault: faults.tooMany, field: undefined };
  }

  async #refuse({ url }: FastifyRequest, reply: FastifyReply, { target, terms }: Sent, refused: RefusedAlert) {
    const names = terms ? await partyNames(this.platform.dataSource, terms.filters) : {};
    const what = terms ? describeAlert(terms, names) : [];
    const page = refusedAlertPage({ site: await this.site.of(url), target, what, refused });
    void reply.status(422).header('content-type', HTML_TYPE).send(page);
  }
}

async function readForm(body: unknown, language: AlertTerms['language']): Promise<Sent> {
  const [topic, query, email, frequency, trap] = ['tema', 'consulta', 'correo', 'cada', ALERT_TRAP].map((field) =>
    fieldText(body, field).slice(0, MOST_LETTERS),
  ) as [string, string, string, string, string];
  const wanted = TOPICS.find((one) => one === topic);
  const filters = wanted && (await filtersOf({ topic: wanted, query }));
  const every = FREQUENCIES.find((one) => one === frequency);
  return {
    email: email.trim(),
    frequency,
    target: filters && { topic: wanted as Topic, query },
    terms: filters && every && { topic: wanted as Topic, filters, frequency: every, language },
    trapped: trap !== '',
  };
}
