import { createHash } from 'node:crypto';
import ssh2, { type Connection, type FileEntry, type SFTPWrapper } from 'ssh2';

/** An SFTP server of a source on 127.0.0.1, with one folder in memory. */
export interface TestSftp {
  readonly port: number;
  readonly fingerprint: string;
  /** Content and date (seconds since 1970) by name. */
  readonly files: Map<string, { content: Buffer; mtime: number }>;
  /** Passwords that were offered. */
  readonly offered: string[];
  /** Is called after each listing that went out. */
  onListed: () => void;
  close(): Promise<void>;
}

const { STATUS_CODE, OPEN_MODE } = ssh2.utils.sftp;
const REGULAR = 0o100644;

export async function openTestSftp(password: string): Promise<TestSftp> {
  // Of ssh2's own ed25519 keys one in some two hundred cannot be read again.
  const key = ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256 });
  const files: TestSftp['files'] = new Map();
  const offered: string[] = [];
  const connections = new Set<Connection>();
  const server = new ssh2.Server({ hostKeys: [key.private] }, (client) => {
    connections.add(client);
    client.on('error', () => undefined).on('close', () => connections.delete(client));
    client.on('authentication', (attempt) => {
      if (attempt.method !== 'password') return attempt.reject(['password']);
      offered.push(attempt.password);
      return attempt.password === password ? attempt.accept() : attempt.reject();
    });
    client.on('session', (accept) => accept().on('sftp', (open) => serve(open(), files, () => served.onListed())));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { data } = parsed(key.public);
  const served: TestSftp = {
    files,
    offered,
    onListed: () => undefined,
    port: (server.address() as { port: number }).port,
    fingerprint: `SHA256:${createHash('sha256').update(data).digest('base64').replace(/=+$/, '')}`,
    close: () =>
      new Promise((resolve) => {
        for (const connection of connections) connection.end();
        server.close(() => resolve());
      }),
  };
  return served;
}

function parsed(key: string): { readonly data: Buffer } {
  return { data: Buffer.from(key.split(' ')[1] ?? '', 'base64') };
}

function serve(sftp: SFTPWrapper, files: TestSftp['files'], onListed: () => void): void {
  const handles: string[] = [];
  const listed = new Set<string>();
  const handleOf = (what: string) => Buffer.from([handles.push(what) - 1]);
  const named = (handle: Buffer) => handles[handle[0]!]!;
  const nameIn = (path: string) => path.replace('/salida/', '');
  sftp.on('OPENDIR', (id, path) => {
    if (path === '/salida') sftp.handle(id, handleOf(`dir ${handles.length}`));
    else if (path !== '/calla') sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
  });
  sftp.on('READDIR', (id, handle) => {
    if (listed.has(named(handle))) return sftp.status(id, STATUS_CODE.EOF);
    listed.add(named(handle));
    sftp.name(
      id,
      [...files].map(([name, file]) => entryOf(name, file)),
    );
    return onListed();
  });
  sftp.on('OPEN', (id, path, flags) => {
    if (flags & OPEN_MODE.WRITE || !files.has(nameIn(path))) return sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
    return sftp.handle(id, handleOf(nameIn(path)));
  });
  sftp.on('READ', (id, handle, offset, length) => {
    const piece = files.get(named(handle))!.content.subarray(offset, offset + length);
    return piece.length > 0 ? sftp.data(id, piece) : sftp.status(id, STATUS_CODE.EOF);
  });
  sftp.on('FSTAT', (id, handle) => sftp.attrs(id, attrsOf(files.get(named(handle))!)));
  sftp.on('CLOSE', (id) => sftp.status(id, STATUS_CODE.OK));
}

function entryOf(filename: string, file: { content: Buffer; mtime: number }): FileEntry {
  return {
    filename,
    longname: `-rw-r--r-- 1 c7 c7 ${file.content.length} Jan 1 2026 ${filename}`,
    attrs: attrsOf(file),
  };
}

function attrsOf({ content, mtime }: { content: Buffer; mtime: number }) {
  return { mode: REGULAR, uid: 1, gid: 1, size: content.length, atime: mtime, mtime };
}
