import type { Bilingual } from '../bilingual.js';
import type { FindingRule } from './finding.js';

/** Special cases of a rule for which a more exact remedy can be given. */
export type RemedyCase =
  | 'type: null'
  | 'type: not a list'
  | 'type: list'
  | 'type: quoted number'
  | 'type: bare number'
  | 'format: blank'
  | 'format: suggestion'
  | 'format: date-time'
  | 'format: uri'
  | 'code: suggestion'
  | 'code: long list'
  | 'additional: suggestion'
  | 'additional: extension'
  | 'deprecated: replacement';

/** What to do about it, by rule or by special case of a rule. */
export const REMEDIES: Readonly<Record<FindingRule | RemedyCase, Bilingual>> = {
  required: {
    es: 'Agregar «{name}» con su dato.',
    en: 'Add "{name}" with its value.',
  },
  type: {
    es: 'Escribir el valor como {expected}.',
    en: 'Write the value as {expected}.',
  },
  'type: null': {
    es: 'Quitar el campo mientras no haya dato, o escribir el dato.',
    en: 'Leave the field out while there is no value, or write the value.',
  },
  'type: not a list': {
    es: 'Ponerlo dentro de una lista, entre corchetes, aunque sea uno solo: [{value}].',
    en: 'Put it in a list, between brackets, even when there is only one: [{value}].',
  },
  'type: list': {
    es: 'Escribir un solo valor, sin los corchetes de la lista.',
    en: 'Write a single value, without the brackets of the list.',
  },
  'type: quoted number': {
    es: 'Escribir la cantidad sin comillas, sin comas de miles y sin signo de pesos.',
    en: 'Write the number without quotes, thousands separators or currency sign.',
  },
  'type: bare number': {
    es: 'Escribir el valor entre comillas: "{value}".',
    en: 'Write the value between quotes: "{value}".',
  },
  format: {
    es: 'Escribir el valor como {format}.',
    en: 'Write the value as {format}.',
  },
  'format: blank': {
    es: 'Quitar el campo mientras no haya dato.',
    en: 'Leave the field out while there is no value.',
  },
  'format: suggestion': {
    es: 'Escribir, por ejemplo, «{suggestion}» si eso es lo que se quiso decir.',
    en: 'Write, for instance, "{suggestion}" if that is what was meant.',
  },
  'format: date-time': {
    es: 'Escribir fecha, hora y diferencia con la hora universal: 2026-03-31T13:00:00-06:00.',
    en: 'Write date, time and offset from universal time: 2026-03-31T13:00:00-06:00.',
  },
  'format: uri': {
    es: 'Escribir la dirección completa, con «https://» y sin espacios ni acentos.',
    en: 'Write the whole address, with "https://" and without spaces or accented letters.',
  },
  'code-not-in-closed-list': {
    es: 'Usar uno de estos códigos: {codes}.',
    en: 'Use one of these codes: {codes}.',
  },
  'code: suggestion': {
    es: 'Escribir «{suggestion}» si eso es lo que se quiso decir, u otro código de la lista «{codelist}».',
    en: 'Write "{suggestion}" if that is what was meant, or another code of the list "{codelist}".',
  },
  'code: long list': {
    es: 'Usar un código de la lista «{codelist}».',
    en: 'Use a code of the list "{codelist}".',
  },
  'min-length': {
    es: 'Escribir el dato.',
    en: 'Write the value.',
  },
  'min-items': {
    es: 'Agregar al menos un elemento o quitar la lista si no es obligatoria.',
    en: 'Add at least one item, or leave the list out if it is not required.',
  },
  pattern: {
    es: 'Corregir el valor para que cumpla la expresión {wanted}.',
    en: 'Change the value so that it matches the expression {wanted}.',
  },
  constraint: {
    es: 'Revisar el valor con la documentación de la extensión que define el campo.',
    en: 'Check the value against the documentation of the extension that defines the field.',
  },
  'duplicate-id': {
    es: 'Dar a cada elemento un id distinto y no cambiarlo después, o quitar el elemento repetido.',
    en: 'Give each item its own id and never change it, or remove the repeated item.',
  },
  'duplicate-item': {
    es: 'Quitar el elemento repetido.',
    en: 'Remove the repeated item.',
  },
  'duplicate-release': {
    es: 'Dar a cada publicación un id nuevo; si es la misma, incluirla una sola vez.',
    en: 'Give each release a new id; if it is the same one, include it once.',
  },
  'ocid-prefix': {
    es: 'Formar el ocid con el prefijo «{wanted}», un guion y el identificador interno del proceso.',
    en: `Make the ocid of the prefix "{wanted}", a hyphen and the process's internal identifier.`,
  },
  'mixed-releases': {
    es: 'Dejar solo publicaciones completas (con id) o solo enlaces (url, date y tag).',
    en: 'Keep only whole releases (with id) or only links (url, date and tag).',
  },
  'too-deep': {
    es: 'Quitar los niveles que sobran; OCDS no pasa de diez.',
    en: 'Remove the needless levels; OCDS never passes ten.',
  },
  'ocid-format': {
    es: 'Usar el prefijo registrado, en minúsculas, seguido del identificador del proceso: ocds-xxxxxx-…',
    en: 'Use the registered prefix, in lower case, followed by the process identifier: ocds-xxxxxx-…',
  },
  'ocid-mismatch': {
    es: 'Poner en el mismo registro solo datos de un mismo proceso de contratación.',
    en: 'Keep in one record only data of one contracting process.',
  },
  'repeated-id': {
    es: 'Si son elementos distintos, dar a cada uno su propio id; si son el mismo, dejar uno.',
    en: 'If they are different items, give each its own id; if they are the same, keep one.',
  },
  'missing-id': {
    es: 'Agregar un id que no cambie de una publicación a otra; sin él, los cambios no se pueden unir al mismo elemento.',
    en: 'Add an id that stays the same between releases; without it, changes cannot be merged into the same item.',
  },
  'additional-field': {
    es: 'Usar el campo de OCDS que diga lo mismo, o declarar la extensión que define «{name}».',
    en: 'Use the OCDS field that says the same, or declare the extension that defines "{name}".',
  },
  'additional: suggestion': {
    es: 'Escribir «{suggestion}» si eso es lo que se quiso decir; si no, declarar la extensión que define «{name}».',
    en: 'Write "{suggestion}" if that is what was meant; if not, declare the extension that defines "{name}".',
  },
  'additional: extension': {
    es: 'Declarar en «extensions» del paquete la extensión que define este campo: {extension}.',
    en: 'Declare in "extensions" of the package the extension that defines this field: {extension}.',
  },
  'deprecated-field': {
    es: 'Pasar el dato al campo que lo sustituye según la referencia de OCDS 1.1.',
    en: 'Move the value to the field that replaces it according to the OCDS 1.1 reference.',
  },
  'deprecated: replacement': {
    es: 'Pasar el dato a {replacement}.',
    en: 'Move the value to {replacement}.',
  },
  'empty-field': {
    es: 'Quitar el campo mientras no haya dato.',
    en: 'Leave the field out while there is no value.',
  },
  version: {
    es: 'Convertir los datos a OCDS 1.1 y declarar "version": "1.1".',
    en: 'Upgrade the data to OCDS 1.1 and declare "version": "1.1".',
  },
  'unknown-extension': {
    es: 'Revisar que la dirección sea la de un extension.json publicado; si la extensión es propia, agregarla a schemas/extensions.',
    en: 'Check that the address is that of a published extension.json; if the extension is your own, add it to schemas/extensions.',
  },
  'code-not-in-open-list': {
    es: 'Si un código de la lista dice lo mismo, usarlo; si no, explicar el propio en la política de publicación.',
    en: 'If a code of the list says the same, use it; if not, explain your own in the publication policy.',
  },
};
