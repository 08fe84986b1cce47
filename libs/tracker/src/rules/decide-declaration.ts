import type { CodeOf } from '../model/enumerations.js';
import { type Actor, isBlank, refuseRole } from './actor.js';
import { type Decision, refuse } from './refusal.js';

/** A formal declaration of completion by who implements a commitment, shown beside what follows from its milestones. */
export interface Declaration {
  readonly commitment: string;
  readonly completion: CodeOf<'completion'>;
  readonly text: string;
  readonly evidence: readonly string[];
  /** «Declarado en el informe 2017, sin evidencia en esta plataforma». */
  readonly legacyDeclared: boolean;
}

/**
 * Whether a declaration may be made: «completo» needs evidence, but for what an import marks as declared in a report
 * that has none.
 */
export function decideDeclaration(
  declaration: Declaration,
  { implementers, previous }: { readonly implementers: readonly string[]; readonly previous?: Declaration },
  actor: Actor,
): Decision<Declaration> {
  const refused = refuseRole(actor, ['implementador', 'importacion'], {
    es: 'declarar cumplimiento',
    en: 'declare completion',
  });
  if (refused) return refused;
  const imported = actor.role === 'importacion';
  if (!imported && (actor.organisation === undefined || !implementers.includes(actor.organisation))) {
    return refuse('NOT_IMPLEMENTER');
  }
  if (isBlank(declaration.text)) return refuse('TEXT');
  const excused = imported && declaration.legacyDeclared;
  if (declaration.completion === 'completo' && declaration.evidence.length === 0 && !excused)
    return refuse('NO_EVIDENCE');
  const { commitment, completion, evidence, text } = declaration;
  const change = {
    entity: 'commitment',
    entityId: commitment,
    field: 'declared',
    from: previous?.completion ?? null,
    to: completion,
    reason: text,
    evidence,
  };
  return { ok: true, state: { ...declaration, legacyDeclared: excused }, changes: [change] };
}
