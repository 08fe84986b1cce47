/** A page to be read, in one language: its words are data, beside this file. */
export interface ReadingPage {
  readonly title: string;
  readonly description: string;
  readonly lede: string;
  readonly sections: readonly ReadingSection[];
}

export interface ReadingSection {
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly ReadingBlock[];
}

/** A paragraph, in which `[words](/path)` is a link inside the site; a list; or terms with what they mean. */
export type ReadingBlock =
  string | { readonly list: readonly string[] } | { readonly terms: readonly (readonly string[])[] };
