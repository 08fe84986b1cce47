import { isMailAddress } from './mail-address.js';

it.each(['ana@example.org', 'ana.luz+compras@sub.example.com.mx', "o'neil_1@example.mx"])('takes %s', (address) => {
  expect(isMailAddress(address)).toBe(true);
});

it.each([
  '',
  'ana',
  'ana@localhost',
  'ana@example.org\r\nBcc: otra@example.org',
  'ana@example.org\n',
  'ana@example.org,otra@example.org',
  'Ana <ana@example.org>',
  'ana luz@example.org',
  'ana@exa mple.org',
  '.ana@example.org',
  'ana..luz@example.org',
  'ana@-example.org',
  `${'a'.repeat(65)}@example.org`,
  `ana@${'a.'.repeat(130)}org`,
  '"ana"@example.org',
  'aña@example.org',
])('refuses %j', (address) => {
  expect(isMailAddress(address)).toBe(false);
});
