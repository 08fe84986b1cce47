import { Controller, Get, Header, NotFoundException, Param, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { asOf } from '#publishing';
import { isReferenceKind, type StandingVersion } from '#reference';
import { Public } from '../../wiring/src/access/access.decorators.js';
import { JSON_TYPE } from './json-reply.js';
import { querySchema } from './query-schema.js';

interface ReferenceQuery {
  readonly asof?: string;
  readonly key?: string;
}

const referenceQuery = querySchema<ReferenceQuery>({
  type: 'object',
  properties: {
    asof: { type: 'string', pattern: '^[12]\\d{3}-[01]\\d-[0-3]\\d$' },
    key: { type: 'string', pattern: '^[a-z0-9][a-z0-9.-]{0,79}$' },
  },
  additionalProperties: false,
});

@Public()
@Controller('/api/v1/reference')
export class ReferenceController {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The laws, thresholds, bodies, roles or calendar that held on a day, as they are known now; today's without one. Who
   * edited them is not told.
   */
  @Get(':kind')
  @Header('content-type', JSON_TYPE)
  async list(@Param('kind') kind: string, @Query({ schema: referenceQuery }) query: ReferenceQuery): Promise<string> {
    if (!isReferenceKind(kind)) throw new NotFoundException(`No hay referencias de la clase «${kind}»`);
    const day = query.asof ?? localDay(new Date());
    const found = await asOf(this.dataSource.manager, kind, day, query.key);
    return JSON.stringify({ kind, asOf: day, entries: found.map(entryOf) });
  }
}

function entryOf({ key, version, fact, at }: StandingVersion) {
  const { data, validFrom, validTo, source } = fact;
  return { key, data, validFrom, validTo, source, version, recorded: at };
}

const LOCAL = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Mexico_City', dateStyle: 'short' });

/** The day in Jalisco as an ISO day. */
function localDay(instant: Date): string {
  return LOCAL.format(instant);
}
