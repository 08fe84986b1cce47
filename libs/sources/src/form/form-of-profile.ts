import type { ColumnName, ColumnRule, TableProfile } from '../profile/profile.js';
import { columnUses, type ColumnKind, type ColumnUse } from './column-uses.js';

/** An empty workbook for those who have no system: what `c7 template` writes. */
export interface ProfileForm {
  readonly title: string;
  readonly profile: { readonly name: string; readonly version: string };
  readonly instructions: readonly string[];
  readonly sheets: readonly ProfileFormSheet[];
}

export interface ProfileFormSheet {
  readonly name: string;
  readonly headerRow: number;
  readonly columns: readonly ProfileFormColumn[];
}

export interface ProfileFormColumn {
  readonly header: string;
  readonly help: string;
  readonly required: boolean;
  readonly kind: ColumnKind;
  readonly options?: readonly string[];
}

const MAIN_SHEET = 'Reporte de Formatos';

/**
 * The form that a profile reads back: its columns with their first headers, what to write in each, the values that its
 * code lists know, and a sheet for each child table, joined by a number.
 */
export function formOfProfile(profile: TableProfile): ProfileForm {
  const uses = columnUses(profile);
  const children = [...profile.children].map(([name, child], index) => ({
    name,
    ...child,
    sheet: `Tabla_${index + 1}`,
  }));
  const joins = new Map(children.map(({ column, sheet }) => [column, sheet]));
  const main = [...profile.columns].map(([name, rule]) => {
    const sheet = joins.get(name);
    return sheet === undefined ? columnOf(name, rule, uses.main) : joinColumn(rule, sheet);
  });
  return {
    title: profile.title,
    profile: { name: profile.id, version: String(profile.version) },
    instructions: INSTRUCTIONS,
    sheets: [
      { name: MAIN_SHEET, headerRow: 2, columns: main },
      ...children.map(({ name, columns, sheet }) => ({
        name: sheet,
        headerRow: 2,
        columns: [...columns].map(([column, rule]) =>
          column === 'id' ? idColumn(rule) : columnOf(column, rule, uses.children.get(name)!),
        ),
      })),
    ],
  };
}

const INSTRUCTIONS = [
  'Una fila por contrato. Si un procedimiento tiene varios contratos, repetir en cada fila los datos del procedimiento.',
  'No cambiar los encabezados ni el orden de las hojas; agregar las filas debajo del encabezado.',
  'Dejar vacío lo que no se conoce: no escribir 0, «N/A» ni «No aplica».',
  'Los montos van en números, sin signo ni comas; las fechas, como día/mes/año.',
  'Las columnas obligatorias están marcadas. Las que tienen lista se llenan con uno de sus valores.',
  'Las hojas «Tabla_n» llevan los detalles: escribir el mismo número en la columna que las nombra y en la columna ID.',
];

const HELP: Readonly<Record<ColumnKind, string>> = {
  text: 'Texto.',
  code: 'Clave o número tal como se asignó; los ceros a la izquierda se conservan.',
  date: 'Fecha: día/mes/año, por ejemplo 15/03/2026.',
  money: 'Monto en números, por ejemplo 116000.00.',
  integer: 'Número entero.',
};

function columnOf(
  name: ColumnName,
  { headers, required }: ColumnRule,
  uses: ReadonlyMap<ColumnName, ColumnUse>,
): ProfileFormColumn {
  const { kind, options, help } = uses.get(name) ?? { kind: 'text' };
  const column = { header: headers[0]!, required, kind, help: help ?? HELP[kind] };
  return options === undefined ? column : { ...column, options, help: 'Elegir de la lista.' };
}

function joinColumn({ headers, required }: ColumnRule, sheet: string): ProfileFormColumn {
  const help = `Número de las filas de la hoja «${sheet}» que pertenecen a esta; vacío si no hay.`;
  return { header: `${headers[0]}\n${sheet}`, help, required, kind: 'integer' };
}

function idColumn({ headers }: ColumnRule): ProfileFormColumn {
  return {
    header: headers[0]!,
    help: 'El número que se escribió en la hoja principal.',
    required: true,
    kind: 'integer',
  };
}
