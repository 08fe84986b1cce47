/**
 * SQL for "a column contains what somebody typed": % and _ stand for themselves. They are escaped here and not before the
 * query, because folding may make them: a full-width percent sign becomes a plain one.
 *
 * @param text SQL of the text, as a parameter (`$1`)
 */
export function contains(column: string, text: string): string {
  return String.raw`${column} LIKE '%' || regexp_replace(${text}, '[\\%_]', '\\\&', 'g') || '%'`;
}
