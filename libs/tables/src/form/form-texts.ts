import type { FormColumn, FormKind } from './form.js';

/** "OBLIGATORIO · Fecha: dd/mm/aaaa" and below it the help. */
export function helpText(column: FormColumn): string {
  const need = column.required ? 'OBLIGATORIO' : 'Opcional';
  return `${need} · ${kindText(column)}${column.help === '' ? '' : `\n${column.help}`}`;
}

export function kindText({ kind, options }: FormColumn): string {
  return options ? 'Una opción de la lista' : KINDS[kind];
}

/** What a spreadsheet program says when it refuses a value. */
export function refusalText({ kind, options }: FormColumn): string {
  return options ? 'El valor no está en el catálogo. Elegir una opción de la lista.' : REFUSALS[kind];
}

const KINDS: Readonly<Record<FormKind, string>> = {
  text: 'Texto',
  date: 'Fecha: dd/mm/aaaa',
  money: 'Importe: solo el número, sin $ ni comas',
  integer: 'Número entero',
  code: 'Clave: texto, con sus ceros a la izquierda',
};

const REFUSALS: Readonly<Record<FormKind, string>> = {
  text: '',
  date: 'No es una fecha entre 1990 y 2100. Escríbala como dd/mm/aaaa, por ejemplo 31/12/2025.',
  money: 'No es un importe. Escriba solo el número, con punto decimal, por ejemplo 1234.50.',
  integer: 'No es un número entero. Escríbalo sin decimales, por ejemplo 3.',
  code: '',
};
