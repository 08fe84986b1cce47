import { Controller, Get, Header, Req } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { openApiDocument } from '../../api/src/openapi/open-api-document.js';
import { readRoutes } from '../../api/src/openapi/read-routes.js';
import { Public } from '../../wiring/src/access/access.decorators.js';
import { apiDocsPage } from './pages/api-docs.page.js';
import { Site } from './site.js';

/** The description of the API as a page. */
@Public()
@Controller(['', 'en'])
export class ApiDocsController {
  constructor(
    private readonly site: Site,
    private readonly modules: ModulesContainer,
  ) {}

  @Get('api/docs')
  @Header('content-type', 'text/html; charset=utf-8')
  async page(@Req() request: FastifyRequest): Promise<string> {
    const site = await this.site.of(request.url);
    const described = { title: '', url: site.origin, language: site.language };
    return apiDocsPage({ site, document: openApiDocument(readRoutes(this.modules), described) });
  }
}
