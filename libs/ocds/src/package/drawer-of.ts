/** The drawers of a shelf. */
export const DRAWERS = 256;

/**
 * The drawer of a text. At each level texts are spread anew: those that share a drawer at one do not at the next.
 * FNV-1a over the code units, its bits mixed.
 */
export function drawerOf(text: string, level: number): number {
  let hash = 0x811c9dc5 + level;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((mixed ^ (mixed >>> 12)) >>> 0) % DRAWERS;
}
