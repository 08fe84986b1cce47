import { OutboundError } from './outbound-error.js';

export function tooLarge(maxBytes: number): OutboundError {
  return new OutboundError(
    'TOO_LARGE',
    `Pasa de ${(maxBytes / 1_000_000).toLocaleString('es-MX')} MB.`,
    'Si es lo que debe ser, aumentar CONNECTOR_MAX_MEGABYTES.',
  );
}
