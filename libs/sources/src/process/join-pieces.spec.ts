import type { JsonObject } from '#ocds';
import { joinPieces } from './join-pieces.js';

const piece = (members: JsonObject, reported?: string) => ({
  number: '1',
  members,
  ...(reported !== undefined && { reported }),
});

describe('joinPieces', () => {
  it('joins rows of one process: equal items once, others side by side', () => {
    const joined = joinPieces([
      piece({ tender: { id: 't', title: 'A' }, contracts: [{ id: '1', title: 'uno' }] }),
      piece({
        tender: { id: 't' },
        contracts: [
          { id: '2', title: 'dos' },
          { id: '1', status: 'active' },
        ],
      }),
    ]);
    expect(joined).toEqual({
      tender: { id: 't', title: 'A' },
      contracts: [
        { id: '1', title: 'uno', status: 'active' },
        { id: '2', title: 'dos' },
      ],
    });
  });

  it('lets the row that the source changed last speak, wherever it stands', () => {
    const newer = piece({ tender: { title: 'nuevo' } }, '2025-07-01T00:00:00-06:00');
    const older = piece({ tender: { title: 'viejo' } }, '2025-04-01T00:00:00-06:00');
    expect(joinPieces([newer, older])).toEqual({ tender: { title: 'nuevo' } });
  });

  it('unites plain lists and the roles of a party', () => {
    const joined = joinPieces([
      piece({ parties: [{ id: 'p', roles: ['tenderer'] }] }),
      piece({ parties: [{ id: 'p', roles: ['supplier', 'tenderer'] }] }),
    ]);
    expect(joined).toEqual({ parties: [{ id: 'p', roles: ['tenderer', 'supplier'] }] });
  });

  it('takes items without id for the same only when all of them is', () => {
    const joined = joinPieces([piece({ budget: [{ code: 'a' }] }), piece({ budget: [{ code: 'a' }, { code: 'b' }] })]);
    expect(joined).toEqual({ budget: [{ code: 'a' }, { code: 'b' }] });
  });

  it('joins what one row names twice', () => {
    expect(joinPieces([piece({ tenderers: [{ id: 'a' }, { id: 'a' }] })])).toEqual({ tenderers: [{ id: 'a' }] });
  });
});
