import type { Bilingual } from '../bilingual.js';

/** What JSON wants where something else stands (RFC 8259). */
export type Expected = keyof typeof expectations;

export const expectations = {
  value: { es: 'se esperaba un valor', en: 'a value was expected' },
  member: {
    es: 'se esperaba el nombre de un miembro entre comillas dobles',
    en: 'a member name in double quotes was expected',
  },
  'member-or-end': {
    es: 'se esperaba el nombre de un miembro entre comillas dobles o «}»',
    en: 'a member name in double quotes or "}" was expected',
  },
  colon: { es: 'se esperaba «:» después del nombre del miembro', en: '":" was expected after the member name' },
  'comma-or-object-end': { es: 'se esperaba «,» o «}»', en: '"," or "}" was expected' },
  'comma-or-array-end': { es: 'se esperaba «,» o «]»', en: '"," or "]" was expected' },
  'object-end': { es: 'se esperaba «}» y no «]»', en: '"}" was expected and not "]"' },
  'array-end': { es: 'se esperaba «]» y no «}»', en: '"]" was expected and not "}"' },
  escape: {
    es: 'después de «\\» se esperaba uno de " \\ / b f n r t u',
    en: 'one of " \\ / b f n r t u was expected after "\\"',
  },
  hexadecimal: {
    es: 'se esperaban cuatro dígitos hexadecimales después de «\\u»',
    en: 'four hexadecimal digits were expected after "\\u"',
  },
  'no-control-character': {
    es: 'hay un carácter de control (un salto de línea, un tabulador u otro) sin escapar dentro de un texto',
    en: 'a control character (a line break, a tab or another) stands unescaped in a string',
  },
  quote: { es: 'falta la comilla que cierra el texto', en: 'the quote that closes the string is missing' },
  digit: { es: 'se esperaba un dígito', en: 'a digit was expected' },
  end: { es: 'sobra texto después del valor', en: 'there is text after the value' },
} as const satisfies Record<string, Bilingual>;
