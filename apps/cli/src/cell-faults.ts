import type { CellFaultGroup } from '#publishing';
import { cellAddress } from '#tables';

/** A line for each kind of fault: what is wrong in which column, how often, and its first cells. */
export function describeFaults(groups: readonly CellFaultGroup[], most = Number.POSITIVE_INFINITY): readonly string[] {
  const lines = groups.slice(0, most).map(describeGroup);
  const more = groups.length - lines.length;
  return more > 0 ? [...lines, `… y ${more} ${more === 1 ? 'observación' : 'observaciones'} de otro tipo`] : lines;
}

const SEVERITIES = { error: 'Error', warning: 'Aviso', note: 'Nota' };

function describeGroup({ severity, rule, header, count, examples, message, remedy }: CellFaultGroup): string {
  const column = header === '' ? '' : ` en «${oneLine(header)}»`;
  const cells = examples.map(placeOf).join(', ') + (count > examples.length ? '…' : '');
  return `${SEVERITIES[severity]} ${rule}${column}, ${count} ${count === 1 ? 'vez' : 'veces'} (${cells}): ${message.es} ${remedy.es}`;
}

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** «Hoja!B7», or «fila 7 de «Hoja»» where the whole row is meant. */
export function placeOf({ sheet, row, column }: Place): string {
  if (column < 0) return sheet === '' ? `fila ${row}` : `fila ${row} de «${sheet}»`;
  const cell = cellAddress(row, column);
  return sheet === '' ? cell : `${sheet}!${cell}`;
}

/** Headers of spreadsheets are broken into lines to fit. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
