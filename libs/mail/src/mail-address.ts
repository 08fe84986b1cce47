/** RFC 5321 §4.5.3.1. */
const MOST = 254;
const ADDRESS =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$/;

/** One address that mail can be sent to, as HTML's `input type=email` takes it: no name, no list, no line break. */
export function isMailAddress(text: string): boolean {
  return text.length <= MOST && ADDRESS.test(text) && !/^\.|\.\.|\.@/.test(text);
}
