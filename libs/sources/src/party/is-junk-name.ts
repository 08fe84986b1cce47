import { foldText } from '../cell/fold-text.js';
import { isBlankLike } from '../cell/is-blank-like.js';

/** True for what stands in the columns of suppliers' names and names nobody: “PERSONA FISICA”, “HOMBRE”, “NO APLICA”. */
export function isJunkName(name: string): boolean {
  if (isBlankLike(name, { zero: true }) || !/\p{L}{2}/u.test(name)) return true;
  return name.length <= LONGEST && JUNK.has(foldText(name));
}

const LONGEST = 40;

const JUNK: ReadonlySet<string> = new Set([
  'anonimo',
  'confidencial',
  'contratista',
  'dato personal',
  'dato protegido',
  'datos personales',
  'desierta',
  'desierto',
  'femenino',
  'hombre',
  'informacion confidencial',
  'masculino',
  'moral',
  'fisica',
  'mujer',
  'persona',
  'persona fisica',
  'persona moral',
  'prestador de servicios',
  'proveedor',
  'proveedores varios',
  'proveedor unico',
  'publico en general',
  'razon social',
  'reservado',
  'se desconoce',
  'varios',
  'varios proveedores',
  'vacio',
]);
