import type { Bilingual } from '#ocds';

/** A request that a test makes of the running application, and the answer that it must get. */
export interface Example {
  /** Path and query; `{id}` stands for an upload that was just read, `{ocid}` and `{releaseId}` for published ones. */
  readonly url: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of routes that take a file, its text; of routes that take JSON, that. */
  readonly body?: string;
}

/** What the code of a route does not tell of it. */
export interface Operation {
  readonly tag: keyof typeof TAGS;
  readonly summary: Bilingual;
  /** By status: a JSON Schema, or a media type where the answer is no JSON. */
  readonly answers: Readonly<Record<number, object | string>>;
  /** JSON Schema of the body, where it is JSON. */
  readonly json?: object;
  readonly examples: readonly Example[];
}

export const TAGS = {
  data: { es: 'Datos publicados', en: 'Published data' },
  intake: { es: 'Publicar por API (con llave)', en: 'Publishing by API (with a key)' },
  tracker: { es: 'Seguimiento de compromisos', en: 'Commitment tracker' },
  reference: { es: 'Referencias', en: 'Reference data' },
  service: { es: 'Servicio', en: 'Service' },
} as const satisfies Readonly<Record<string, Bilingual>>;
