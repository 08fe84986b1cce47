import type { Bilingual } from '#ocds';
import type { FaultSeverity } from './cell-fault.js';

export interface CellRuleText {
  readonly severity: FaultSeverity;
  /** In columns that the profile calls essential, where that is graver. */
  readonly essential?: FaultSeverity;
  /** `{header}` and `{value}` stand for the cell's, other names for what the reading gives with the fault. */
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}

/**
 * All that can be wrong with a cell or a row. An error holds the process, or has it published with a mark, as its
 * publisher's policy says: what would be published is contradictory, of unsure origin, or lacks what its format asks for.
 * A warning leaves the value out or asks to look at it, a note only tells. A row without identity is refused.
 */
export const CELL_RULES = {
  'amount-unreadable': {
    severity: 'warning',
    essential: 'error',
    message: { es: '«{value}» no es un monto.', en: '“{value}” is not an amount.' },
    remedy: {
      es: 'Escribir solo el número, con punto decimal y sin palabras: 1234567.89.',
      en: 'Write the number only, with a decimal point and no words: 1234567.89.',
    },
  },
  'amount-zero-unknown': {
    severity: 'warning',
    message: {
      es: 'Un monto de cero se toma como desconocido y no se publica.',
      en: 'An amount of zero is taken as unknown and is not published.',
    },
    remedy: {
      es: 'Escribir el monto, o dejar la celda vacía si aún no se conoce.',
      en: 'Write the amount, or leave the cell blank while it is not known.',
    },
  },
  'amount-negative': {
    severity: 'warning',
    essential: 'error',
    message: { es: 'El monto «{value}» es negativo.', en: 'The amount “{value}” is negative.' },
    remedy: {
      es: 'Escribir el monto sin signo ni paréntesis; las reducciones van como convenio modificatorio.',
      en: 'Write the amount without sign or brackets; reductions belong in an amendment.',
    },
  },
  'net-above-gross': {
    severity: 'error',
    message: {
      es: 'El monto sin impuestos ({net}) es mayor que el monto con impuestos ({gross}).',
      en: 'The amount without taxes ({net}) is higher than the amount with taxes ({gross}).',
    },
    remedy: {
      es: 'Revisar si los dos montos están cambiados de columna.',
      en: 'Check whether the two amounts are in each other’s column.',
    },
  },
  'date-unreadable': {
    severity: 'warning',
    essential: 'error',
    message: {
      es: '«{value}» no es una fecha con día, mes y año de cuatro cifras.',
      en: '“{value}” is not a date with day, month and four-digit year.',
    },
    remedy: {
      es: 'Escribir la fecha como día/mes/año, por ejemplo 31/12/2025.',
      en: 'Write the date as day/month/year, as in 31/12/2025.',
    },
  },
  'date-out-of-range': {
    severity: 'warning',
    essential: 'error',
    message: {
      es: 'El año de «{value}» no está entre {earliest} y {latest}.',
      en: 'The year of “{value}” is not between {earliest} and {latest}.',
    },
    remedy: { es: 'Corregir el año.', en: 'Correct the year.' },
  },
  'date-order': {
    severity: 'error',
    message: {
      es: 'La fecha de término ({end}) es anterior a la de inicio ({start}).',
      en: 'The end ({end}) comes before the start ({start}).',
    },
    remedy: { es: 'Revisar las dos fechas.', en: 'Check both dates.' },
  },
  'number-unreadable': {
    severity: 'warning',
    message: { es: '«{value}» no es un número.', en: '“{value}” is not a number.' },
    remedy: { es: 'Escribir solo cifras.', en: 'Write digits only.' },
  },
  'url-unreadable': {
    severity: 'warning',
    message: {
      es: '«{value}» no es un hipervínculo que se pueda abrir.',
      en: '“{value}” is not a link that can be opened.',
    },
    remedy: {
      es: 'Copiar la dirección completa del navegador; comienza con http:// o https://.',
      en: 'Copy the whole address from the browser; it begins with http:// or https://.',
    },
  },
  'email-unreadable': {
    severity: 'warning',
    message: { es: '«{value}» no es un correo electrónico.', en: '“{value}” is not an e-mail address.' },
    remedy: {
      es: 'Escribir una dirección como compras@ejemplo.gob.mx.',
      en: 'Write an address such as compras@ejemplo.gob.mx.',
    },
  },
  'rfc-invalid': {
    severity: 'warning',
    message: { es: '«{value}» no tiene la forma de un RFC.', en: '“{value}” does not have the form of an RFC.' },
    remedy: {
      es: 'Escribir el RFC de 12 (persona moral) o 13 caracteres (persona física) de la constancia de situación fiscal.',
      en: 'Write the RFC of 12 (company) or 13 characters (person) from the tax status certificate.',
    },
  },
  'rfc-check-digit': {
    severity: 'warning',
    message: {
      es: 'El dígito verificador de «{value}» no corresponde: se esperaba «{expected}». No se usa para identificar al proveedor.',
      en: 'The check digit of “{value}” does not match: “{expected}” was expected. It is not used to identify the supplier.',
    },
    remedy: {
      es: 'Comparar el RFC con la constancia de situación fiscal; si es el mismo, no hace falta corregirlo.',
      en: 'Compare the RFC with the tax status certificate; if it is the same, nothing needs to be corrected.',
    },
  },
  'rfc-generic': {
    severity: 'note',
    message: {
      es: '«{value}» es un RFC genérico: no identifica a nadie.',
      en: '“{value}” is a generic RFC: it identifies nobody.',
    },
    remedy: {
      es: 'Escribir el RFC del proveedor si está inscrito en México.',
      en: 'Write the supplier’s own RFC if it is registered in Mexico.',
    },
  },
  'code-unknown': {
    severity: 'warning',
    message: {
      es: '«{value}» no está en el catálogo de «{header}»; se conserva como texto.',
      en: '“{value}” is not in the catalogue of “{header}”; it is kept as text.',
    },
    remedy: { es: 'Elegir un valor del catálogo.', en: 'Choose a value of the catalogue.' },
  },
  'currency-unknown': {
    severity: 'error',
    message: { es: '«{value}» no es una moneda conocida.', en: '“{value}” is not a known currency.' },
    remedy: {
      es: 'Escribir el código de la moneda: MXN, USD, EUR.',
      en: 'Write the code of the currency: MXN, USD, EUR.',
    },
  },
  'required-cell-empty': {
    severity: 'error',
    message: {
      es: '«{header}» está vacía, y el formato la pide.',
      en: '“{header}” is blank, and the format asks for it.',
    },
    remedy: {
      es: 'Llenar la celda{excuse}.',
      en: 'Fill in the cell{excuseInEnglish}.',
    },
  },
  'external-value': {
    severity: 'error',
    message: {
      es: 'La celda toma su valor de otro archivo o servicio ({found}), que aquí no se consulta: nadie responde por el valor guardado y no se publica.',
      en: 'The cell takes its value from another file or service ({found}), which is not visited here: nobody vouches for the stored value, and it is not published.',
    },
    remedy: {
      es: 'Copiar la celda, pegarla como valor (Pegado especial → Valores) y enviar el libro de nuevo.',
      en: 'Copy the cell, paste it as a value (Paste Special → Values) and send the workbook again.',
    },
  },
  'formula-text': {
    severity: 'error',
    message: {
      es: 'La celda contiene una fórmula escrita como texto («{value}»), no su resultado.',
      en: 'The cell holds a formula written as text (“{value}”), not its result.',
    },
    remedy: { es: 'Escribir el valor en lugar de la fórmula.', en: 'Write the value in place of the formula.' },
  },
  'formula-without-value': {
    severity: 'warning',
    essential: 'error',
    message: {
      es: 'La fórmula de la celda no guarda su resultado; se toma por vacía.',
      en: 'The formula of the cell has no stored result; it is taken as blank.',
    },
    remedy: {
      es: 'Abrir el libro en una hoja de cálculo, guardarlo y enviarlo de nuevo.',
      en: 'Open the workbook in a spreadsheet program, save it and send it again.',
    },
  },
  'cell-error': {
    severity: 'warning',
    essential: 'error',
    message: {
      es: 'La celda contiene el error {found}; se toma por vacía.',
      en: 'The cell holds the error {found}; it is taken as blank.',
    },
    remedy: {
      es: 'Corregir la fórmula, o escribir el valor en su lugar.',
      en: 'Correct the formula, or write the value in its place.',
    },
  },
  'row-without-identity': {
    severity: 'error',
    message: {
      es: 'La fila no tiene número de expediente, de procedimiento ni de contrato.',
      en: 'The row has no file, procedure or contract number.',
    },
    remedy: {
      es: 'Escribir el número con el que se identifica el procedimiento.',
      en: 'Write the number by which the procedure is identified.',
    },
  },
  'row-surplus-cells': {
    severity: 'error',
    message: {
      es: 'La fila tiene {cells} celdas y el encabezado {headers}: los valores pueden estar recorridos.',
      en: 'The row has {cells} cells and the header {headers}: the values may be shifted.',
    },
    remedy: {
      es: 'Poner entre comillas los textos que contienen comas, o quitar las celdas de más.',
      en: 'Put texts with commas in quotes, or remove the surplus cells.',
    },
  },
  'duplicate-row': {
    severity: 'note',
    message: { es: 'La fila repite la fila {first}.', en: 'The row repeats row {first}.' },
    remedy: { es: 'Quitar la fila repetida.', en: 'Remove the repeated row.' },
  },
  'child-missing': {
    severity: 'warning',
    message: {
      es: 'La hoja «{sheet}» no tiene filas con el número {value}.',
      en: 'Sheet “{sheet}” has no rows numbered {value}.',
    },
    remedy: {
      es: 'Agregar las filas en esa hoja, o corregir el número.',
      en: 'Add the rows to that sheet, or correct the number.',
    },
  },
  'person-name-incomplete': {
    severity: 'warning',
    message: { es: 'El nombre de la persona está incompleto.', en: 'The person’s name is incomplete.' },
    remedy: { es: 'Escribir nombre(s) y primer apellido.', en: 'Write given name(s) and first surname.' },
  },
  'junk-name': {
    severity: 'warning',
    message: { es: '«{value}» no es el nombre de un proveedor.', en: '“{value}” is not the name of a supplier.' },
    remedy: {
      es: 'Escribir la denominación o razón social, o el nombre completo de la persona.',
      en: 'Write the business name, or the person’s full name.',
    },
  },
  'placeholder-text': {
    severity: 'note',
    message: { es: '«{value}» se toma como celda vacía.', en: '“{value}” is taken as a blank cell.' },
    remedy: {
      es: 'Dejar la celda vacía y explicar la falta en «Nota».',
      en: 'Leave the cell blank and explain why under “Nota”.',
    },
  },
  'text-too-long': {
    severity: 'warning',
    message: {
      es: 'El texto tiene {length} caracteres; se publican los primeros {limit}.',
      en: 'The text has {length} characters; the first {limit} are published.',
    },
    remedy: {
      es: 'Resumir el texto y publicar el documento completo con un hipervínculo.',
      en: 'Shorten the text and publish the whole document with a link.',
    },
  },
  'broken-character': {
    severity: 'warning',
    message: {
      es: 'El texto tiene letras dañadas («{found}»): el archivo se guardó con otra codificación.',
      en: 'The text has broken letters (“{found}”): the file was saved in another encoding.',
    },
    remedy: {
      es: 'Guardar el archivo de origen como «CSV UTF-8» o XLSX y cargarlo de nuevo.',
      en: 'Save the source file as “CSV UTF-8” or XLSX and upload it again.',
    },
  },
} as const satisfies Readonly<Record<string, CellRuleText>>;

export type CellRule = keyof typeof CELL_RULES;
