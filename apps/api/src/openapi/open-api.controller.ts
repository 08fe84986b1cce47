import { Controller, Get, Header, Query } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { Platform } from '#publishing';
import { Public } from '../../../wiring/src/access/access.decorators.js';
import { JSON_TYPE } from '../json-reply.js';
import { querySchema } from '../query-schema.js';
import { openApiDocument } from './open-api-document.js';
import { readRoutes } from './read-routes.js';

interface LanguageQuery {
  readonly lang: 'es' | 'en';
}

export const languageQuery = querySchema<LanguageQuery>({
  type: 'object',
  properties: { lang: { enum: ['es', 'en'], default: 'es' } },
  additionalProperties: false,
});

@Public()
@Controller('api')
export class OpenApiController {
  constructor(
    private readonly platform: Platform,
    private readonly modules: ModulesContainer,
  ) {}

  /** The API in OpenAPI 3.1, from the controllers that serve it. */
  @Get('openapi.json')
  @Header('content-type', JSON_TYPE)
  describe(@Query({ schema: languageQuery }) { lang }: LanguageQuery): string {
    const { settings, publicUrl } = this.platform;
    const described = { title: settings.platformName, url: publicUrl, language: lang };
    return JSON.stringify(openApiDocument(readRoutes(this.modules), described));
  }
}
