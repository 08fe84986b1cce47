import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Commitment } from '#tracker';
import { Platform } from '#publishing';
import { addComment, listComments } from '#tracking';
import { Public } from '../../../wiring/src/access/access.decorators.js';
import { pathIn } from '../links.js';
import { AskLimit } from './ask-limit.js';
import { TRAP } from './components/question-part.js';
import { numberedCommitment } from './numbered-commitment.js';
import { commitmentPage } from './pages/commitment.page.js';
import { questionReceivedPage } from './pages/question-received.page.js';
import type { QuestionsView } from './questions-view.js';
import { trackerLocaleOf } from './tracker-locale.js';
import type { TrackerPageView } from './tracker-page-view.js';
import { TrackerPages } from './tracker-pages.js';
import { commitmentPath } from './tracker-paths.js';
import { type TrackerQuery, trackerQuery } from './tracker-query.js';

const HTML_TYPE = 'text/html; charset=utf-8';
const MOST_LETTERS = 20_000;

/** Questions of the public about a commitment: asked without an account, shown once they were moderated. */
@Public()
@Controller(['', 'en'])
export class QuestionsController {
  readonly #limit = new AskLimit();

  constructor(
    private readonly pages: TrackerPages,
    private readonly platform: Platform,
  ) {}

  @Post('compromisos/:number/preguntas')
  async ask(
    @Req() { url, ip }: FastifyRequest,
    @Param('number') number: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const [plan, text, name, trap] = ['plan', 'pregunta', 'nombre', TRAP].map((field) => textOf(body, field)) as [
      string,
      string,
      string,
      string,
    ];
    const { view, commitment } = await this.#find(url, { plan: /^[a-z0-9-]{1,80}$/.test(plan) ? plan : '' }, number);
    const { questions: words } = trackerLocaleOf(view.site.language).tracker;
    const told = { plan: view.tracker.plan.plans[0]!.id, target: commitment.id, text, author: name.slice(0, 100) };
    // A program that fills everything in is told what a person is told.
    const fault = trap === '' ? await this.#take(view, ip, told, words.tooMany) : undefined;
    if (fault === undefined) {
      const query = told.plan === view.ownPlan ? '' : `?plan=${told.plan}`;
      const to = pathIn(view.site.language, `${commitmentPath(commitment.number)}/preguntas/recibida`);
      return void reply
        .status(303)
        .header('location', to + query)
        .send('');
    }
    const questions = { ...(await this.#questions(view, commitment)), refused: { text, name, fault } };
    return void reply
      .status(422)
      .header('content-type', HTML_TYPE)
      .send(commitmentPage(view, commitment, questions));
  }

  @Get('compromisos/:number/preguntas/recibida')
  async received(
    @Req() { url }: FastifyRequest,
    @Param('number') number: string,
    @Query({ schema: trackerQuery }) query: TrackerQuery,
    @Res() reply: FastifyReply,
  ) {
    const { view, commitment } = await this.#find(url, query, number);
    void reply.header('content-type', HTML_TYPE).send(questionReceivedPage(view, commitment));
  }

  async #take(
    view: TrackerPageView,
    address: string,
    told: Parameters<typeof addComment>[2],
    tooMany: string,
  ): Promise<string | undefined> {
    if (told.text.trim() !== '' && !this.#limit.take(address, Date.now())) return tooMany;
    const outcome = await addComment(this.platform, undefined, told);
    if (outcome.ok) return undefined;
    const { message, remedy } = outcome.refusal;
    const { language } = view.site;
    return `${message[language]} ${remedy[language]}`;
  }

  async #questions(view: TrackerPageView, commitment: Commitment): Promise<QuestionsView> {
    return questionsOf(this.platform, view, commitment);
  }

  async #find(url: string, query: TrackerQuery, number: string) {
    const view = await this.pages.view(url, query);
    return { view, commitment: numberedCommitment(view, number) };
  }
}

/** What was asked of a commitment up to the day of a page; only today's page takes questions. */
export async function questionsOf(
  { dataSource }: Pick<Platform, 'dataSource'>,
  { tracker }: TrackerPageView,
  { id: target }: Commitment,
): Promise<QuestionsView> {
  const { plan, asOf } = tracker;
  if (asOf !== undefined) return { published: [], open: false };
  return { published: await listComments(dataSource, plan.plans[0]!.id, { target }), open: true };
}

function textOf(body: unknown, field: string): string {
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[field] : undefined;
  return typeof value === 'string' ? value.slice(0, MOST_LETTERS) : '';
}
