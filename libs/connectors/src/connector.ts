import type { Recurrence } from '#queue';

/** A folder of this machine in which files are dropped. */
export interface FolderConfig {
  readonly path: string;
  /** A file that has not changed for so long is complete. */
  readonly settleSeconds: number;
}

interface WebConfig {
  /** Host names that may be visited, by links and redirects too. */
  readonly hosts: readonly string[];
  /** Name of the environment variable with a bearer token. */
  readonly tokenEnv?: string;
}

/** One file at a fixed address. */
export interface HttpConfig extends WebConfig {
  readonly url: string;
}

/** Pages of releases or records that name the next one in `links.next`. */
export interface OcdsApiConfig extends WebConfig {
  readonly url: string;
  /** Pages that one run reads at most; the next goes on from there. */
  readonly maxPages: number;
  /** Where a run begins after one that reached the end: an API that lists the newest last needs only its last page. */
  readonly afterEnd: 'start' | 'last-page';
}

/** The state's publication of 2017: a list of processes, of each its record package, of each its release packages. */
export interface Ocapi2017Config extends WebConfig {
  /** What comes before /OCApi. */
  readonly url: string;
  readonly year: number;
}

/** A folder of an SFTP server in which files are dropped; nothing is changed there. */
export interface SftpConfig {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly user: string;
  /** Of the server's key, as OpenSSH prints it: SHA256:… */
  readonly fingerprint: string;
  /** Names of environment variables: a password, or a private key and its passphrase. */
  readonly passwordEnv?: string;
  readonly keyEnv?: string;
  readonly passphraseEnv?: string;
  readonly settleSeconds: number;
}

export interface ConnectorConfigs {
  readonly folder: FolderConfig;
  readonly http: HttpConfig;
  readonly 'ocds-api': OcdsApiConfig;
  readonly 'ocapi-2017': Ocapi2017Config;
  readonly sftp: SftpConfig;
}

export type ConnectorKind = keyof ConnectorConfigs;

/** What a person decides of a connector. */
export interface NewConnector<Kind extends ConnectorKind = ConnectorKind> {
  /** Lower case, digits and hyphens. */
  readonly id: string;
  readonly kind: Kind;
  readonly publisherId: string;
  /** The mapping profile of what it brings; found by the content of each file when not given. */
  readonly profile?: string | undefined;
  readonly config: ConnectorConfigs[Kind];
  readonly when: Recurrence;
  /** Seconds without a good run after which it raises an alarm. */
  readonly toleranceSeconds: number;
  /** Seconds without a new file after which it raises an alarm; never when not given. */
  readonly newsWithinSeconds?: number | undefined;
}

/** Where the next run goes on; each kind knows its own. */
export type Position = Readonly<Record<string, unknown>>;

/** A connector as it is stored. */
export interface Connector<Kind extends ConnectorKind = ConnectorKind> extends NewConnector<Kind> {
  readonly paused: boolean;
  readonly position: Position;
}

export type RunOutcome = 'running' | 'done' | 'unchanged' | 'with-faults' | 'failed' | 'interrupted';

/** What one run did: files taken, known already and refused; and what became of the releases. */
export interface RunCounts {
  readonly files: number;
  readonly repeated: number;
  readonly faulty: number;
  readonly releases: number;
  readonly held: number;
  readonly refused: number;
}

export interface ConnectorRun extends RunCounts {
  readonly id: string;
  readonly trigger: 'schedule' | 'person';
  readonly outcome: RunOutcome;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly errorRemedy: string | null;
}
