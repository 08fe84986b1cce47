import type { Actor } from './actor.js';
import { type Declaration, decideDeclaration } from './decide-declaration.js';

const COMPLETE: Declaration = {
  commitment: 'c7',
  completion: 'completo',
  text: 'Cumplido',
  evidence: [],
  legacyDeclared: false,
};
const CONTEXT = { implementers: ['sepaf'] };
const IMPORT: Actor = { id: 'semilla', role: 'importacion' };
const IMPLEMENTER: Actor = { id: 'ana', role: 'implementador', organisation: 'sepaf' };

const codeOf = (declaration: Declaration, actor: Actor) => {
  const decision = decideDeclaration(declaration, CONTEXT, actor);
  return decision.ok ? decision.state.legacyDeclared : decision.refusal.code;
};

describe('decideDeclaration', () => {
  it('lets only an import declare «completo» without evidence, and only marked as legacy', () => {
    expect(codeOf({ ...COMPLETE, legacyDeclared: true }, IMPORT)).toBe(true);
    expect(codeOf(COMPLETE, IMPORT)).toBe('NO_EVIDENCE');
    expect(codeOf({ ...COMPLETE, legacyDeclared: true }, IMPLEMENTER)).toBe('NO_EVIDENCE');
  });

  it('takes it with evidence from who implements, and from nobody else', () => {
    expect(codeOf({ ...COMPLETE, evidence: ['ev1'], legacyDeclared: true }, IMPLEMENTER)).toBe(false);
    expect(codeOf({ ...COMPLETE, evidence: ['ev1'] }, { ...IMPLEMENTER, organisation: 'itei' })).toBe(
      'NOT_IMPLEMENTER',
    );
    expect(codeOf({ ...COMPLETE, evidence: ['ev1'] }, { id: 'x', role: 'admin' })).toBe('ADMIN');
  });
});
