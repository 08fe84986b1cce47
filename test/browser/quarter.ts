import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filledTemplate } from '../e2e/filled-template.js';
import type { DeskProduct } from './desk-product.js';

const PURCHASES = [
  {
    number: 'LPN-001/2026',
    about: 'Papel y lápices para oficinas',
    supplier: 'Papelera Inventada, S.A. de C.V.',
    total: 116_000,
  },
  {
    number: 'LPN-002/2026',
    about: 'Mantenimiento de elevadores',
    supplier: 'Elevadores del Cuento, S.A. de C.V.',
    total: 348_000,
  },
  { number: 'LPN-003/2026', about: 'Renta de vehículos', supplier: 'Autos de Fábula, S.A. de C.V.', total: 580_000 },
  {
    number: 'LPN-004/2026',
    about: 'Servicio de limpieza',
    supplier: 'Limpieza Imaginaria, S.A. de C.V.',
    total: 232_000,
  },
];

type Cells = Readonly<Record<string, string | number>>;

function row({ number, about, supplier, total }: (typeof PURCHASES)[number], index: number): Cells {
  return {
    Ejercicio: 2026,
    'Tipo de procedimiento': 'Adjudicación directa',
    'Número de expediente': number,
    'Se declaró desierta': 'No',
    'Descripción de las obras': about,
    'Denominación o razón social': supplier,
    'Número que identifique al contrato': `C-00${index + 1}`,
    'Fecha del contrato': `1${index}/02/2026`,
    'Monto total del contrato': total,
  };
}

const RIGHT: readonly Cells[] = PURCHASES.map(row);

/** The same with three mistakes that people make: no number at all, a day that does not exist, an amount in words. */
const WRONG: readonly Cells[] = RIGHT.map((cells, index) => {
  if (index === 0) return { ...cells, 'Fecha del contrato': '31/02/2026' };
  if (index === 1) return { ...cells, 'Monto total del contrato': 'mil pesos' };
  if (index === 2) return { ...cells, 'Número de expediente': '', 'Número que identifique al contrato': '' };
  return cells;
});

export interface Quarter {
  readonly wrong: string;
  readonly right: string;
}

/** A quarter's workbook in the unified form of the transparency platform, invented: once with mistakes, once without. */
export async function writeQuarter({ product, c7 }: DeskProduct): Promise<Quarter> {
  const template = join(product.folder, 'formato.xlsx');
  await c7('template', '--profile', 'sipot-28-unified', '--out', template);
  const empty = await readFile(template);
  const files = {
    wrong: join(product.folder, 'trimestre-1.xlsx'),
    right: join(product.folder, 'trimestre-1-corregido.xlsx'),
  };
  await writeFile(files.wrong, filledTemplate(empty, WRONG));
  await writeFile(files.right, filledTemplate(empty, RIGHT));
  return files;
}
