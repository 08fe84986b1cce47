import { BadRequestException } from '@nestjs/common';
import { type CodeOf, ENUMERATIONS, isDay } from '#tracker';
import { querySchema } from '../../../api/src/query-schema.js';
import type { ReportVersion } from './annual-reports.js';

/** Which plan, and as it stood on which day. */
export interface TrackerQuery {
  readonly plan?: string;
  readonly asof?: string;
}

/** And which kind of evidence. */
export interface EvidenceQuery extends TrackerQuery {
  readonly kind?: CodeOf<'evidenceKind'>;
}

/** And which version of an annual report. */
export interface ReportQuery extends TrackerQuery {
  readonly version?: string;
}

/** A form sends the day that was left blank, too. */
const properties = {
  plan: { type: 'string', pattern: '^[a-z0-9-]{0,80}$' },
  asof: { type: 'string', pattern: '^(\\d{4}-\\d\\d-\\d\\d)?$' },
};

export const trackerQuery = querySchema<TrackerQuery>({ type: 'object', properties, additionalProperties: false });

export const evidenceQuery = querySchema<EvidenceQuery>({
  type: 'object',
  properties: { ...properties, kind: { enum: Object.keys(ENUMERATIONS.evidenceKind.codes) } },
  additionalProperties: false,
});

export const reportQuery = querySchema<ReportQuery>({
  type: 'object',
  properties: { ...properties, version: { type: 'string', pattern: '^([1-9]\\d{0,3}|sin-emitir)?$' } },
  additionalProperties: false,
});

/** The version asked for; undefined where none was. */
export function versionAsked({ version = '' }: ReportQuery): ReportVersion | undefined {
  if (version === '') return undefined;
  return version === 'sin-emitir' ? version : Number(version);
}

/**
 * The day asked for; undefined where none was.
 *
 * @throws BadRequestException where it is no day of the calendar
 */
export function dayAsked({ asof }: TrackerQuery): string | undefined {
  if (asof === undefined || asof === '') return undefined;
  if (!isDay(asof)) throw new BadRequestException(`«${asof}» no es un día del calendario. Se escribe 2018-02-18.`);
  return asof;
}
