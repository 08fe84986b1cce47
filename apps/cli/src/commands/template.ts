import { parseArgs } from 'node:util';
import { loadProfiles } from '#publishing';
import { formOfProfile } from '#sources';
import { writeFormWorkbook } from '#tables';
import type { Command } from '../command.js';
import { refuseToReplace } from '../refuse-to-replace.js';
import { UsageError } from '../usage-error.js';

const OPTIONS = { profile: { type: 'string' }, out: { type: 'string' } } as const;

export const template: Command = {
  usage:
    'c7 template --profile PERFIL [--out ARCHIVO.xlsx]\n' +
    '  Escribe un libro vacío con los encabezados y las listas de un formato; no reemplaza uno que ya exista.',
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    const profiles = (await loadProfiles()).filter((profile) => profile.kind === 'table');
    const names = profiles.map(({ id }) => id).join(', ');
    if (!values.profile) throw new UsageError(`Falta --profile. Los que hay: ${names}.`);
    const profile = profiles.find(({ id }) => id === values.profile);
    if (!profile)
      throw new UsageError(`No hay un perfil de hoja de cálculo «${values.profile}». Los que hay: ${names}.`);
    const out = values.out ?? `${profile.id}.xlsx`;
    await refuseToReplace(out);
    await writeFormWorkbook(out, formOfProfile(profile));
    process.stderr.write(`Plantilla escrita: ${out}\n`);
    return 0;
  },
};
