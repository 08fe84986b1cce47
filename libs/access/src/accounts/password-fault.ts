import COMMON from './common-words.json' with { type: 'json' };

/** Why a password is not taken. Length is what makes one strong; there are no rules about kinds of characters. */
export const PASSWORD_FAULTS = {
  short: {
    es: 'La contraseña lleva al menos 12 caracteres. Varias palabras que no vayan juntas son largas y se recuerdan.',
    en: 'A password has at least 12 characters. Several unrelated words are long and easy to remember.',
  },
  long: {
    es: 'La contraseña lleva cuando mucho 200 caracteres.',
    en: 'A password has at most 200 characters.',
  },
  personal: {
    es: 'La contraseña contiene el correo o el nombre de la organización, lo primero que alguien probaría. Elegir otra.',
    en: 'The password contains the e-mail or the name of the organisation, the first thing to be tried. Choose another.',
  },
  common: {
    es: 'La contraseña es de las que se prueban primero: una palabra conocida con cifras, o una serie del teclado. Elegir otra.',
    en: 'The password is one of those tried first: a well-known word with digits, or a run of keys. Choose another.',
  },
} as const;

export type PasswordFault = keyof typeof PASSWORD_FAULTS;

const SHORTEST = 12;
const LONGEST = 200;
/** A shorter name is found in passwords by chance. */
const SHORTEST_NAME = 4;
const MOST_ALIKE = 4;

const WORDS: ReadonlySet<string> = new Set(COMMON);
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb',
];
const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/**
 * What is wrong with a new password, if anything.
 *
 * @param names the e-mail, and ids and names of the account's organisations.
 */
export function passwordFault(password: string, names: readonly string[]): PasswordFault | undefined {
  if ([...password].length < SHORTEST) return 'short';
  if (password.length > LONGEST) return 'long';
  if (new Set(password).size <= MOST_ALIKE || isRun(password) || isKnownWord(password)) return 'common';
  return names.some((name) => contains(password, name)) ? 'personal' : undefined;
}

function contains(password: string, name: string): boolean {
  const [local = ''] = name.split('@');
  const folded = fold(local);
  return folded.length >= SHORTEST_NAME && fold(password).includes(folded);
}

/** Letters and digits alone, without accents or case. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}

/** A run of keys or of the alphabet, either way round. */
function isRun(password: string): boolean {
  const text = fold(password);
  const back = [...text].toReversed().join('');
  return text.length > 0 && RUNS.some((run) => run.repeat(4).includes(text) || run.repeat(4).includes(back));
}

/** One of the words, or the same twice, dressed up with digits and signs. */
function isKnownWord(password: string): boolean {
  const plain = password.normalize('NFD').toLowerCase().replaceAll(/\p{M}/gu, '');
  const trimmed = plain.replaceAll(/^[^a-z]+|[^a-z]+$/g, '');
  return [plain, spelledOut(plain), spelledOut(trimmed)]
    .map((text) => text.replaceAll(/[^a-z]/g, ''))
    .some((letters) => WORDS.has(letters) || WORDS.has(halfOf(letters)));
}

function spelledOut(text: string): string {
  return text.replaceAll(/[013457@$!]/g, (sign) => LOOKALIKES[sign]!);
}

function halfOf(letters: string): string {
  const half = letters.slice(0, letters.length / 2);
  return half + half === letters ? half : '';
}
