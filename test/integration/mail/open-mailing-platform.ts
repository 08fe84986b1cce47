import { openTestPlatform, type TestPlatform } from '../../open-test-platform.js';
import { openTestSmtp, type TestSmtp } from './smtp-server.js';

/** Where the mails say that the site is. */
export const OWN = 'https://compras.example';

/** A platform that sends its mail to a server of its own. */
export interface MailingPlatform {
  readonly smtp: TestSmtp;
  readonly test: TestPlatform;
  close(): Promise<void>;
}

export async function openMailingPlatform(more: Readonly<Record<string, string>> = {}): Promise<MailingPlatform> {
  const smtp = await openTestSmtp();
  const test = await openTestPlatform({
    PUBLIC_URL: OWN,
    SMTP_URL: smtp.url,
    MAIL_FROM: 'avisos@compras.example',
    ...more,
  });
  const close = async () => {
    await test.close();
    await smtp.close();
  };
  return { smtp, test, close };
}
