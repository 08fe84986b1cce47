import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';
import { chainEvents, EMPTY_LOG, hashOf, type StatusEvent } from './status-event.js';
import { verifyChain } from './verify-chain.js';

const ACTOR = { id: 'ana', role: 'secretariado', organisation: 'itei' } as const;

function changesOf(length: number) {
  return Array.from({ length }, (_, n) => ({
    entity: 'milestone',
    entityId: `m${n}`,
    field: 'state',
    from: 'programada',
    to: 'cancelada',
    reason: `Razón ${n}`,
  }));
}

function logOf(length: number): readonly StatusEvent[] {
  return chainEvents(EMPTY_LOG, changesOf(length), {
    actor: ACTOR,
    recordedAt: '2025-01-02T03:04:05.678Z',
    effectiveOn: '2025-01-01',
  });
}

describe('the chained log', () => {
  it('is whole when each line follows the one before', () => {
    const log = logOf(3);
    expect(verifyChain(log)).toEqual({ ok: true, head: { seq: 3, hash: log[2]!.hash } });
  });

  it('goes on from where it ended', () => {
    const first = logOf(2);
    const more = chainEvents(first[1]!, changesOf(1), { actor: ACTOR, recordedAt: 'x', effectiveOn: 'y' });
    expect(more[0]).toMatchObject({ seq: 3, prevHash: first[1]!.hash });
    expect(verifyChain([...first, ...more])).toMatchObject({ ok: true });
  });

  it('finds the first line that anyone altered, whatever the field', () => {
    const fields = Object.keys(logOf(1)[0]!) as (keyof StatusEvent)[];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.constantFrom(...fields), (place, field) => {
        const log = logOf(10).map((event, at) =>
          at === place ? { ...event, [field]: field === 'seq' ? event.seq + 100 : `${String(event[field])}.` } : event,
        );
        expect(verifyChain(log)).toMatchObject({ ok: false });
        const verdict = verifyChain(log);
        if (!verdict.ok && field !== 'seq') expect(verdict.fault.seq).toBe(place + 1);
      }),
    );
  });

  it('finds a line that was altered and given its new hash, by the one that follows', () => {
    const log = logOf(4).map((event) => {
      if (event.seq !== 2) return event;
      const { hash: _hash, ...line } = { ...event, reason: 'Otra' };
      return { ...line, hash: hashOf(line) };
    });
    expect(verifyChain(log)).toMatchObject({ ok: false, fault: { code: 'LINK', seq: 3 } });
  });

  it('finds a line that is gone, and lines cut off at the end when the end was published', () => {
    const log = logOf(5);
    expect(verifyChain(log.filter(({ seq }) => seq !== 3))).toMatchObject({ fault: { code: 'GAP', seq: 4 } });
    expect(verifyChain(log.slice(0, 3), { seq: 5, hash: log[4]!.hash })).toMatchObject({
      fault: { code: 'CUT', seq: 4, message: { es: 'Se cortaron las líneas desde la 4.' } },
    });
  });

  it('finds a log that was written anew after its end was published', () => {
    const log = logOf(3);
    expect(verifyChain(log, { seq: 2, hash: 'f'.repeat(64) })).toMatchObject({ fault: { code: 'ALTERED', seq: 2 } });
  });
});

describe('canonicalJson', () => {
  it('writes equal values alike, whatever the order of their members', () => {
    expect(canonicalJson({ b: [1, null], a: { d: 'ñ', c: true } })).toBe('{"a":{"c":true,"d":"ñ"},"b":[1,null]}');
  });

  it('refuses what JSON would turn into null', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(RangeError);
  });
});
