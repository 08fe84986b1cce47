import { totalmem } from 'node:os';

export const SOCKET_PORT = 5432;

export interface ServerSettings {
  readonly sockets: string;
  /** False for throw-away data: nothing is flushed to the disk, and a power cut may lose the cluster. */
  readonly durable: boolean;
}

/**
 * Settings given on the command line of the server, so that they are those of this version of the program, whatever the
 * cluster was made with. No address is listened on: only who may enter the socket's folder can connect.
 */
export function serverArguments({ sockets, durable }: ServerSettings, memory = memoryLimit()): readonly string[] {
  return Object.entries({
    listen_addresses: '',
    unix_socket_directories: `"${sockets.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    port: String(SOCKET_PORT),
    max_connections: durable ? '100' : '200',
    shared_buffers: `${durable ? sharedBuffers(memory) : 128}MB`,
    effective_cache_size: `${Math.round(memory / 2 / 2 ** 20)}MB`,
    random_page_cost: '1.1', // of a solid-state disk; PostgreSQL supposes one that turns
    jit: 'off',
    timezone: 'UTC',
    max_wal_size: '2GB',
    ...durability(durable),
    ...LOG,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Old files are removed by `pruneLogs`. */
const LOG = {
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgres-%Y%m%d-%H%M%S.log',
  log_rotation_age: '1d',
  log_rotation_size: '10MB',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};

function durability(durable: boolean): Readonly<Record<string, string>> {
  const value = durable ? 'on' : 'off';
  return { fsync: value, synchronous_commit: value, full_page_writes: value };
}

/** An eighth of the memory in megabytes, 32 to 1024: the file system's cache wants the rest, and Node its share. */
function sharedBuffers(memory: number): number {
  return Math.round(Math.min(1024, Math.max(32, memory / 8 / 2 ** 20)));
}

/** A container's limit, where there is one; without one some kernels report a number beyond any memory. */
function memoryLimit(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Infinity);
}
