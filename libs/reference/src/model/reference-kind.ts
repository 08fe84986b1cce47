/** What reference data there is: laws and articles, UMA and limits, obligated bodies, who holds a role, dates. */
export const REFERENCE_KINDS = ['legal', 'threshold', 'body', 'role', 'calendar'] as const;

export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

export function isReferenceKind(text: string): text is ReferenceKind {
  return (REFERENCE_KINDS as readonly string[]).includes(text);
}
