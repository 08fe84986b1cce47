/** A file, or a worksheet of one, that holds a table or a part of it. */
export interface WrittenPart {
  readonly table: string;
  readonly file: string;
  readonly sheet?: string;
}
