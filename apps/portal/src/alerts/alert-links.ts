import type { Language } from '../locale.js';
import { pathIn } from '../links.js';

/** Addresses of mailed links. @param signed id and signature, as `signLink` writes them */
export function endPath(language: Language, signed: string): string {
  return pathIn(language, `/alertas/baja/${signed}`);
}

export function listPath(language: Language, signed: string): string {
  return pathIn(language, `/alertas/de/${signed}`);
}

export function confirmPath(language: Language, token: string): string {
  return pathIn(language, `/alertas/confirmar/${token}`);
}
