import { type SettingRule, settingNames, settingRules } from './settings-schema.js';

/** The page that lists every setting, in Markdown: docs/settings.md is this text. */
export function settingsPage(): string {
  return `${HEAD}\n${settingNames.map((name) => sectionOf(name, settingRules[name]!)).join('\n')}`;
}

const HEAD = `# Ajustes

Esta página se genera de [\`schemas/settings.json\`](../schemas/settings.json) con \`npx c7 config page > docs/settings.md\`.

Cada ajuste es una variable de entorno, o un renglón \`NOMBRE: valor\` de \`c7.config.yaml\` en la carpeta de trabajo (o del
archivo que digan \`--config\` o \`C7_CONFIG\`). El entorno gana. Un nombre desconocido en el archivo se rechaza y se dice el
más parecido. \`npx c7 config check\` muestra lo que vale cada uno, de dónde viene y qué está mal; con \`--connect\` prueba
además que la base de datos y Redis respondan. Los secretos no se imprimen nunca.
`;

function sectionOf(name: string, rule: SettingRule): string {
  const facts = [formOf(rule), standardOf(rule), rule.secret && SECRETS[rule.secret]].filter(Boolean);
  return `## \`${name}\`\n\n${rule.description}\n\n${facts.map((fact) => `- ${fact}`).join('\n')}\n`;
}

const SECRETS = {
  value: 'Es un secreto: no se muestra.',
  password: 'La contraseña que lleve dentro no se muestra.',
} as const;

function formOf({ enum: choices, pattern, minimum, maximum, type }: SettingRule): string {
  if (choices) return `Uno de: ${choices.map((choice) => `\`${choice}\``).join(', ')}.`;
  if (type === 'integer') return `Número entero de ${grouped(minimum)} a ${grouped(maximum)}.`;
  return pattern ? `Texto con la forma \`${pattern}\`.` : 'Texto.';
}

function standardOf({ default: standard }: SettingRule): string {
  return standard === undefined || standard === '' ? 'Sin valor por omisión.' : `Por omisión: \`${standard}\`.`;
}

function grouped(number: number | undefined): string {
  return String(number ?? '').replace(/\B(?=(\d{3})+$)/g, ',');
}
