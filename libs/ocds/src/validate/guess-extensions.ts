const LIST = /"extensions"\s*:\s*(\[[^\]]{0,50000}\])/;
const HEAD = 1 << 18;

/**
 * The extensions that the beginning of a file seems to declare; none when they come later or the file is compressed.
 * A guess: it may be a text that looks like them.
 */
export function guessExtensions(head: Uint8Array): readonly string[] {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, HEAD)).toString('latin1');
  const [, list] = LIST.exec(text) ?? [];
  return list === undefined ? [] : textsIn(list);
}

function textsIn(list: string): readonly string[] {
  try {
    const items: unknown = JSON.parse(list);
    return Array.isArray(items) ? items.filter((item) => typeof item === 'string') : [];
  } catch {
    return [];
  }
}
