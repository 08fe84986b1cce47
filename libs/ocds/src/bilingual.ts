/** One message in the two languages of the platform; Spanish is es-MX. */
export interface Bilingual {
  readonly es: string;
  readonly en: string;
}
