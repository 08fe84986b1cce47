import { ROW_OUTCOMES, type RowCounts, type RowOutcome } from '#publishing';
import { counted } from './counted.js';

const OUTCOMES: Readonly<Record<RowOutcome, readonly [one: string, many: string]>> = {
  published: ['publicada', 'publicadas'],
  unchanged: ['sin cambio', 'sin cambio'],
  older: ['anterior a lo publicado', 'anteriores a lo publicado'],
  held: ['retenida', 'retenidas'],
  refused: ['rechazada', 'rechazadas'],
  skipped: ['que no es una compra', 'que no son compras'],
};

/** Nothing of a suppliers' register is published. */
const OUTCOMES_IN_REGISTER: typeof OUTCOMES = {
  ...OUTCOMES,
  published: ['guardada', 'guardadas'],
  older: ['anterior a lo guardado', 'anteriores a lo guardado'],
  skipped: ['dejada fuera', 'dejadas fuera'],
};

/** «filas: 2 publicadas, 1 rechazada»: what became of the rows of a file, without what none came to. */
export function describeRows(rows: RowCounts, { isRegister = false } = {}): string {
  const outcomes = isRegister ? OUTCOMES_IN_REGISTER : OUTCOMES;
  const told = ROW_OUTCOMES.filter((outcome) => rows[outcome] > 0).map((outcome) =>
    counted(rows[outcome], ...outcomes[outcome]),
  );
  return `filas: ${told.join(', ') || 'ninguna'}`;
}
