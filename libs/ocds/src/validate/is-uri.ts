/** Character classes of RFC 3986 appendix A; every class also takes `%`, whose two digits are checked apart. */
const NAME = `a-z0-9\\-._~!$&'()*+,;=%`;
const PATH = `${NAME}:@/`;

const URI = new RegExp(
  `^[a-z][a-z0-9+.-]*:` +
    `(?://(?:[${NAME}:]*@)?(?:\\[[0-9a-f:.]+\\]|[${NAME}]*)(?::\\d*)?(?:/[${PATH}]*)?|(?!//)[${PATH}]*)` +
    `(?:\\?[${PATH}?]*)?(?:#[${PATH}?]*)?$`,
  'i',
);
const BROKEN_ESCAPE = /%(?![0-9a-f]{2})/i;

/**
 * True for an absolute URI of RFC 3986: a scheme, a colon and only the characters a URI may hold.
 * Accented letters and spaces (IRIs) are refused, as the OCDS review tool does. Takes linear time.
 */
export function isUri(text: string): boolean {
  return URI.test(text) && !BROKEN_ESCAPE.test(text);
}
