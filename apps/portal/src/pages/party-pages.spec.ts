import { inventedBuyer, inventedOpenTenders, inventedParties, inventedSupplier } from '../examples/invented-parties.js';
import { textOf } from '../examples/text-of.js';
import { openTendersPage } from './open-tenders.page.js';
import { partiesPage } from './parties.page.js';
import { partyPage } from './party.page.js';

describe('the page of a supplier', () => {
  const page = partyPage(inventedSupplier());
  const read = textOf(page);

  it('leads with what it won, and says what the sum is made of', () => {
    expect(read).toContain(
      'Participó en 17 procedimientos y ganó 6 adjudicaciones (2019–2024). 9.4 millones de pesos entre lo contratado y, ' +
        'donde falta, lo adjudicado, más otras monedas.',
    );
  });

  it('tells how its processes spread, with the number and the part', () => {
    expect(read).toContain('Licitación pública 16 94 % No reportado 1 6 %');
  });

  it('tells how much its first three buyers are of it', () => {
    expect(read).toContain('Sus tres primeros compradores suman 64 % de lo que vende en pesos.');
    expect(page).toContain('<a href="/compradores/DEP-0">Secretaría Uno</a>');
    expect(read).toContain('Secretaría Cuatro 1 1 No disponible');
  });

  it('says by what it is known, and what else it is called', () => {
    expect(read).toContain('MX-RFC-VLA010101AB1 PROV-GOB-JAL-P99001');
    expect(read).toContain('También aparece escrito así: VIVEROS DEL LAGO SA DE CV');
  });

  it('is found by readers of feeds', () => {
    expect(page).toContain('<link rel="alternate" type="application/atom+xml" href="/feeds/proveedores/');
  });
});

describe('the page of a buyer', () => {
  const read = textOf(partyPage(inventedBuyer()));

  it('tells direct awards, delay and validity first', () => {
    expect(read).toContain('100 % de sus procedimientos son adjudicaciones directas (1).');
    expect(read).toContain('La mitad se publica a más tardar 23 días después del fallo');
    expect(read).toContain('Un procedimiento está publicado con errores.');
    expect(partyPage(inventedBuyer('en'))).toMatch(
      /<a href="\/en\/procesos\?buyer=[^"]+&amp;validity=invalid">One process/,
    );
  });

  it('says what is not known, and why', () => {
    expect(read).toContain('La fuente no dice por cuánto.');
    expect(read).toContain('Todavía no hay ninguna adjudicación publicada.');
    expect(read).toContain('La fuente no da ningún identificador');
    expect(partyPage(inventedBuyer())).not.toContain('<span class="code">');
  });
});

describe('the list of suppliers', () => {
  it('keeps what was searched, and helps when nobody is found', () => {
    const page = partiesPage(inventedParties());
    expect(textOf(page)).toContain('Proveedores parecidos a «viberos»');
    expect(page).toContain('value="viberos"');
    expect(textOf(partiesPage({ ...inventedParties(), rows: [] }))).toContain('Ningún proveedor se llama así');
  });
});

describe('the list of buyers', () => {
  it('tells those of one name apart by their key, and no others', () => {
    const office = (id: string, name: string) => ({ id, name, processes: 3, money: [] });
    const rows = [office('UC-014', 'Abastecimiento'), office('UC-026', 'Abastecimiento'), office('UC-099', 'Obras')];
    const read = textOf(partiesPage({ ...inventedParties(), side: 'buyer', rows }));
    expect(read).toContain('Abastecimiento UC-014 3');
    expect(read).toContain('Abastecimiento UC-026 3');
    expect(read).not.toContain('UC-099');
  });
});

describe('the open tenders', () => {
  it('keep their filters in the form', () => {
    const page = openTendersPage(inventedOpenTenders());
    expect(textOf(page)).toContain('Una licitación recibe propuestas');
    expect(page).toContain('<option value="services" selected>Servicios</option>');
    expect(page).toContain('name="min" inputmode="decimal" pattern="[0-9]{1,15}([.][0-9]{1,2})?" value="1000"');
  });

  it('say when none is open', () => {
    const none = textOf(openTendersPage({ ...inventedOpenTenders(), rows: [] }));
    expect(none).toContain('Ninguna licitación publicada recibe propuestas hoy');
  });
});
