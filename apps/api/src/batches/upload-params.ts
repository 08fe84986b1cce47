import { UnprocessableEntityException } from '@nestjs/common';
import { type Actor, can, organisationsWhere } from '#access';
import { loadProfiles } from '#publishing';
import type { Body } from '#sources';
import { querySchema } from '../query-schema.js';

/** What a sender may say of a file, in the address or in the fields of the form. */
export interface UploadParams {
  readonly publisher?: string;
  readonly fileName?: string;
  readonly profile?: string;
  readonly preview: boolean;
  readonly replaces?: string;
  readonly buyerName?: string;
  readonly buyerScheme?: string;
  readonly buyerId?: string;
}

const WORDS = { type: 'string', minLength: 1, maxLength: 200 } as const;

export const uploadParamsSchema = {
  type: 'object',
  properties: {
    publisher: { ...WORDS, description: 'Quién publica; hace falta si la llave sirve para varios.' },
    fileName: { ...WORDS, maxLength: 500, description: 'Nombre del archivo; en un formulario, el del propio archivo.' },
    profile: { ...WORDS, description: 'Formato del archivo; sin él se reconoce por su contenido.' },
    preview: {
      type: 'boolean',
      default: false,
      description: 'Con true solo se revisa: nada se guarda hasta confirmarlo.',
    },
    replaces: { ...WORDS, description: 'Carga anterior que este archivo corrige: se dice qué se resolvió.' },
    buyerName: { ...WORDS, description: 'De quién son las compras, si no son de quien publica.' },
    buyerScheme: { ...WORDS, description: 'Lista a la que pertenece la clave del comprador.' },
    buyerId: { ...WORDS, description: 'Clave del comprador en esa lista.' },
  },
  dependentRequired: { buyerScheme: ['buyerId', 'buyerName'], buyerId: ['buyerScheme', 'buyerName'] },
  additionalProperties: false,
} as const;

export const uploadParams = querySchema<UploadParams>(uploadParamsSchema);

/** Parameters of the address and the fields of the form, checked together; the form counts. */
export async function readParams(
  query: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, string>>,
): Promise<UploadParams> {
  const { _csrf: _, ...told } = { ...query, ...withoutBlank(fields) } as Record<string, unknown>;
  const checked = await uploadParams['~standard'].validate(told);
  if (checked.issues) throw new UnprocessableEntityException(checked.issues.map(({ message }) => message));
  return checked.value;
}

/** A field of a form that was left empty says nothing. */
function withoutBlank(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''));
}

/** @throws UnprocessableEntityException naming the formats that there are */
export async function assertProfile(profile: string | undefined): Promise<void> {
  const known = ['ocds', ...(await loadProfiles()).map(({ id }) => id)];
  if (profile === undefined || known.includes(profile)) return;
  const list = [...new Set(known)].join(', ');
  throw new UnprocessableEntityException(`No hay un formato «${profile}». Los que hay: ${list}.`);
}

export function buyerOf({ buyerName: name, buyerScheme: scheme, buyerId: id }: UploadParams): Body | undefined {
  if (name === undefined) return undefined;
  return { name, ...(scheme !== undefined && id !== undefined && { scheme, id }) };
}

/** Whose file it is: the one named, or the only one for which the actor may upload. */
export function publisherFor(actor: Actor, named: string | undefined): string {
  if (named !== undefined) {
    if (can(actor, 'batch:upload', named)) return named;
    throw new UnprocessableEntityException(
      `No hay un publicador «${named}» para el que se pueda cargar con esta llave.`,
    );
  }
  const where = organisationsWhere(actor, 'batch:upload');
  if (where !== 'all' && where.length === 1) return where[0]!;
  throw new UnprocessableEntityException('Falta «publisher»: para quién es el archivo.');
}
