/** A valid release of the test publisher; whatever is given replaces or adds. */
export function exampleRelease(number: number, more: Readonly<Record<string, unknown>> = {}) {
  return {
    ocid: `ocds-xs1qbl-prueba-${number}`,
    id: `prueba-${number}-1`,
    date: '2026-03-01T10:00:00-06:00',
    tag: ['tender'],
    initiationType: 'tender',
    tender: { id: `LPL-${number}`, title: `Licitación de computadoras número ${number}`, status: 'active' },
    ...more,
  };
}

/** A release package around some releases. */
export function examplePackage(releases: readonly unknown[]) {
  return {
    uri: 'https://compras.example/paquete.json',
    version: '1.1',
    publishedDate: '2026-03-02T00:00:00Z',
    publisher: { name: 'Dependencia de prueba' },
    releases,
  };
}
