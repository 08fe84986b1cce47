import type { EntityManager } from 'typeorm';
import { connectorHistory, connectorStates, loadConnector } from '#connectors';
import type { Connector } from '#connectors';
import { wordFor } from '../desk-locale.js';
import type { DeskLocale } from '../desk-locale.js';
import type { SourceLine, SourceRun } from '../views/source.view.js';

const RUNS = 20;

/** How the sources fare that the reader may see. */
export async function loadSources(manager: EntityManager): Promise<readonly SourceLine[]> {
  return (await connectorStates(manager)).map((state) => ({ ...told(state), schedule: inLargeUnits(state.schedule) }));
}

export interface LoadedSource {
  readonly source: SourceLine;
  readonly connector: Connector;
  readonly runs: readonly SourceRun[];
}

/** One source and its last runs. @throws ConnectorError `CONNECTOR_UNKNOWN`. */
export async function loadSource(manager: EntityManager, id: string): Promise<LoadedSource> {
  const connector = await loadConnector(manager, id);
  const source = (await loadSources(manager)).find((one) => one.id === id)!;
  const runs = (await connectorHistory(manager, id, RUNS)).map(told);
  return { source, connector, runs };
}

/** What a source was told, field by field; lists with commas between. */
export function configLines({ config }: Connector, { desk }: DeskLocale): readonly (readonly [string, string])[] {
  const { afterEnd } = desk.sources;
  const words: Readonly<Record<string, string>> = { start: afterEnd.start, 'last-page': afterEnd.lastPage };
  return Object.entries(config).map(([name, value]) => [name, wordFor(words, textOf(value))] as const);
}

const UNITS = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
] as const;

/** `cada 21600 s` is `cada 6 h`; a timetable stays as it is. */
function inLargeUnits(schedule: string): string {
  return schedule.replace(/^cada (\d+) s$/, (whole, seconds: string) => {
    const unit = UNITS.find(([size]) => Number(seconds) % size === 0);
    return unit === undefined ? whole : `cada ${Number(seconds) / unit[0]} ${unit[1]}`;
  });
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}

type Told<T> = {
  readonly [Key in keyof T]: T[Key] extends Date ? string : T[Key] extends Date | null ? string | null : T[Key];
};

/** Dates become text: a page is plain data. */
function told<T extends object>(row: T): Told<T> {
  const entries = Object.entries(row).map(([name, value]) => [
    name,
    value instanceof Date ? value.toISOString() : value,
  ]);
  return Object.fromEntries(entries) as Told<T>;
}
