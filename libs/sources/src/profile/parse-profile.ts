import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import schema from '../../../../schemas/profiles/profile.schema.json' with { type: 'json' };
import { checkNames } from './check-names.js';
import { foldCodes } from './fold-codes.js';
import { parseOcdsProfile, type WrittenOcds } from './parse-ocds-profile.js';
import { ProfileError } from './profile-error.js';
import type {
  ChildTable,
  ColumnRule,
  MandatoryCell,
  ObjectTemplate,
  Profile,
  TableProfile,
  Template,
} from './profile.js';

const check = new Ajv2020({ allErrors: true, strictTypes: false }).compile(schema);

/** A profile of tables as it is written. */
interface Written {
  readonly profile: string;
  readonly version: number;
  readonly kind: 'table';
  readonly title: string;
  readonly source: string;
  readonly output?: TableProfile['output'];
  readonly headerWithin?: number;
  readonly columns: WrittenColumns;
  readonly required?: readonly string[];
  readonly essential?: readonly string[];
  readonly mandatory?: readonly (Omit<MandatoryCell, 'unless'> & Partial<Pick<MandatoryCell, 'unless'>>)[];
  readonly children?: Readonly<Record<string, { readonly column: string; readonly columns: WrittenColumns }>>;
  readonly codes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly process: { readonly number: Template; readonly reported?: string };
  readonly skip?: TableProfile['skip'];
  readonly release: ObjectTemplate;
  readonly extensions?: readonly string[];
}

type WrittenColumns = Readonly<Record<string, string | readonly string[]>>;

/**
 * Reads one profile.
 *
 * @param text YAML, as in `schemas/profiles/*.yaml`
 * @param name of the file, for the error
 * @throws ProfileError when it is not valid, or names a column, child table or code list that it does not define
 */
export function parseProfile(text: string, name: string): Profile {
  const written = parseYaml(text, name);
  if (!check(written)) {
    throw new ProfileError(
      name,
      (check.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath || '/'} ${message}`),
    );
  }
  const profile = fromWritten(written as unknown as Written | WrittenOcds);
  const faults = profile.kind === 'table' ? checkNames(profile) : [];
  if (faults.length > 0) throw new ProfileError(name, faults);
  return profile;
}

function parseYaml(text: string, name: string): unknown {
  try {
    return parse(text, { merge: true });
  } catch (error) {
    throw new ProfileError(name, [error instanceof Error ? error.message.split('\n')[0]! : String(error)]);
  }
}

function fromWritten(written: Written | WrittenOcds): Profile {
  if (written.kind === 'ocds') return parseOcdsProfile(written);
  const { profile: id, version, title, source, extensions = [], codes = {} } = written;
  const lists = new Map(Object.entries(codes).map(([name, list]) => [name, foldCodes(list)]));
  return tableProfile({ id, version, title, source, extensions, codes: lists }, written);
}

type Head = Pick<TableProfile, 'id' | 'version' | 'title' | 'source' | 'extensions' | 'codes'>;

function tableProfile(head: Head, written: Written): TableProfile {
  const { output = 'releases', headerWithin = 20, required = [], process, skip = [], release } = written;
  const children = Object.entries(written.children ?? {}).map(([name, { column, columns }]): [string, ChildTable] => [
    name,
    { column, columns: columnsOf(columns, []) },
  ]);
  const columns = columnsOf(written.columns, required);
  const catalogues = cataloguesOf(written.codes);
  const essential = new Set(written.essential);
  const mandatory = (written.mandatory ?? []).map(({ unless = [], ...cell }) => ({ ...cell, unless }));
  const tables = { columns, children: new Map(children), catalogues, essential, mandatory };
  return { ...head, ...tables, kind: 'table', output, headerWithin, process, skip, release };
}

function columnsOf(columns: WrittenColumns, required: readonly string[]): ReadonlyMap<string, ColumnRule> {
  return new Map(
    Object.entries(columns).map(([name, headers]) => [
      name,
      { headers: typeof headers === 'string' ? [headers] : headers, required: required.includes(name) },
    ]),
  );
}

/** A list that also knows beginnings of texts says nothing of what else there may be. */
function cataloguesOf(codes: Written['codes'] = {}): TableProfile['catalogues'] {
  const written = Object.entries(codes).map(([name, list]) => [name, Object.keys(list)] as const);
  return new Map(written.filter(([, texts]) => !texts.some((text) => text.endsWith('…'))));
}
