const LONGEST = 120;

/** A file name for what a source calls so: one part, no hidden file, nothing that a file system minds. */
export function safeFileName(name: string, otherwise = 'descarga'): string {
  const plain = name
    .normalize('NFC')
    .replace(/[/\\:*?"<>|\p{Cc}\p{Cf}]/gu, '_')
    .replace(/^[.\s]+/, '');
  return plain.length > LONGEST ? plain.slice(-LONGEST) : plain || otherwise;
}

/** The last part of an address's path, as a file name. */
export function fileNameOf(address: string): string {
  const last = new URL(address).pathname.split('/').findLast((part) => part !== '') ?? '';
  return safeFileName(decoded(last));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
