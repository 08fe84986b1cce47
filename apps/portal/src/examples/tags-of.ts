/** A start tag with its attributes, as a test wants to ask about them. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*(\/?)>/gi;
const ATTRIBUTE = /([a-z-]+)(?:="([^"]*)")?/gi;
const VOID: ReadonlySet<string> = new Set(['meta', 'link', 'input', 'br', 'hr', 'img']);

/**
 * The start tags of a page of ours. Throws when a tag is not closed in order or a `<` belongs to no tag:
 * either means that something escaped from its place.
 */
export function tagsOf(page: string): readonly Tag[] {
  const markup = page.replace(/^<!doctype html>/i, '');
  const stray = /<.{0,60}/s.exec(markup.replace(TAG, ''));
  if (stray !== null) throw new Error(`Not a tag of ours: ${stray[0]}`);
  const open: string[] = [];
  const tags: Tag[] = [];
  for (const [, slash, name = '', attributes = '', selfClosed] of markup.matchAll(TAG)) {
    if (slash === '/') closeTag(open, name);
    else {
      tags.push({ name, attributes: attributesOf(attributes) });
      if (!VOID.has(name) && selfClosed === '') open.push(name);
    }
  }
  if (open.length > 0) throw new Error(`Never closed: ${open.join(' ')}`);
  return tags;
}

function closeTag(open: string[], name: string): void {
  const last = open.pop();
  if (last !== name) throw new Error(`</${name}> closes <${last ?? 'nothing'}>`);
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value]));
}
