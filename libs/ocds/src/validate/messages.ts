import type { Bilingual } from '../bilingual.js';
import type { FindingRule } from './finding.js';

/** What is wrong, by rule. `{label}` is the field with its title and path; the rest are the rule's own facts. */
export const MESSAGES: Readonly<Record<FindingRule, Bilingual>> = {
  required: {
    es: 'Falta el campo {label}.',
    en: 'The field {label} is missing.',
  },
  type: {
    es: 'El campo {label} debe ser {expected} y es {actual}.',
    en: 'The field {label} must be {expected} and is {actual}.',
  },
  format: {
    es: 'El campo {label} no es {format}.',
    en: 'The field {label} is not {format}.',
  },
  'code-not-in-closed-list': {
    es: 'El campo {label} trae un código que no está en su lista cerrada.',
    en: 'The field {label} has a code that is not in its closed list.',
  },
  'min-length': {
    es: 'El campo {label} está vacío y no puede estarlo.',
    en: 'The field {label} is empty and must not be.',
  },
  'min-items': {
    es: 'La lista {label} está vacía y debe tener al menos un elemento.',
    en: 'The list {label} is empty and must have at least one item.',
  },
  pattern: {
    es: 'El campo {label} no tiene la forma esperada.',
    en: 'The field {label} does not have the expected shape.',
  },
  constraint: {
    es: 'El campo {label} no cumple la regla «{keyword}» de su esquema.',
    en: 'The field {label} breaks the rule "{keyword}" of its schema.',
  },
  'duplicate-id': {
    es: 'El identificador {label} se repite dentro de su lista.',
    en: 'The identifier {label} is repeated in its list.',
  },
  'duplicate-item': {
    es: 'La lista {label} repite un elemento idéntico.',
    en: 'The list {label} repeats an identical item.',
  },
  'duplicate-release': {
    es: 'Otra publicación (release) del mismo paquete tiene el mismo ocid y el mismo id.',
    en: 'Another release in the same package has the same ocid and id.',
  },
  'ocid-prefix': {
    es: 'El ocid no empieza con el prefijo de quien publica, «{wanted}».',
    en: `The ocid does not start with the publisher's own prefix, "{wanted}".`,
  },
  'mixed-releases': {
    es: 'La lista {label} mezcla publicaciones completas con enlaces a publicaciones.',
    en: 'The list {label} mixes whole releases with links to releases.',
  },
  'too-deep': {
    es: 'Los datos están anidados en más niveles de los que se admiten.',
    en: 'The data is nested in more levels than are accepted.',
  },
  'ocid-format': {
    es: 'El ocid no empieza con un prefijo registrado: «ocds-» y seis letras minúsculas o cifras.',
    en: 'The ocid does not start with a registered prefix: "ocds-" and six lower-case letters or digits.',
  },
  'ocid-mismatch': {
    es: 'El campo {label} no es el ocid de su registro, «{wanted}».',
    en: 'The field {label} is not the ocid of its record, "{wanted}".',
  },
  'repeated-id': {
    es: 'Dos elementos de la misma lista comparten el identificador {label}.',
    en: 'Two items of the same list share the identifier {label}.',
  },
  'missing-id': {
    es: 'Falta el identificador {label}.',
    en: 'The identifier {label} is missing.',
  },
  'additional-field': {
    es: 'El campo {label} no existe en OCDS 1.1 ni en las extensiones declaradas.',
    en: 'The field {label} is neither in OCDS 1.1 nor in the declared extensions.',
  },
  'deprecated-field': {
    es: 'El campo {label} está en desuso desde OCDS 1.1.',
    en: 'The field {label} is deprecated since OCDS 1.1.',
  },
  'empty-field': {
    es: 'El campo {label} está vacío.',
    en: 'The field {label} is empty.',
  },
  version: {
    es: 'El paquete declara una versión de OCDS distinta de 1.1.',
    en: 'The package declares an OCDS version other than 1.1.',
  },
  'unknown-extension': {
    es: 'El paquete declara una extensión que el validador no conoce; sus campos cuentan como adicionales.',
    en: 'The package declares an extension that the validator does not know; its fields count as additional ones.',
  },
  'code-not-in-open-list': {
    es: 'El campo {label} usa un código propio, fuera de la lista abierta «{codelist}».',
    en: 'The field {label} uses a local code, outside the open list "{codelist}".',
  },
};
