import { Catch } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, ProblemFilter } from '../../api/src/problem.filter.js';
import { errorPage } from './pages/error.page.js';
import { askToSignIn, isDesk } from './entry/ask-to-sign-in.js';
import type { Site } from './site.js';
import type { ErrorView } from './views.js';

/** Addresses that programs ask for; everything else is read by people. */
const FOR_PROGRAMS = /^\/(api|schemas|assets|feeds|healthz|readyz|metrics)\b/;

/** Problems as pages where a person is reading, as problem documents elsewhere. */
@Catch()
export class PageFilter extends ProblemFilter {
  constructor(private readonly site: Site) {
    super();
  }

  protected override render(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
    if (problem.status === 401 && isDesk(request.url)) askToSignIn(request, reply);
    else if (FOR_PROGRAMS.test(request.url)) super.render(problem, request, reply);
    else void this.#renderPage(problem, request, reply);
  }

  async #renderPage(problem: Problem, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { status, withdrawal } = problem;
    const said = withdrawal ? { ocid: withdrawal.ocid, withdrawal } : { detail: problem.detail };
    try {
      const page = errorPage({ site: await this.site.of(request.url), status: pageStatus(status), ...said });
      void reply.status(status).header('content-type', 'text/html; charset=utf-8').send(page);
    } catch {
      super.render(problem, request, reply); // the store is down: nothing to make a page from
    }
  }
}

function pageStatus(status: number): ErrorView['status'] {
  if (status === 403 || status === 404 || status === 410 || status === 429 || status === 503) return status;
  return status < 500 ? 400 : 500;
}
