export type ConnectorErrorCode =
  | 'CONFIG_INVALID'
  | 'CONNECTOR_EXISTS'
  | 'CONNECTOR_RUNNING'
  | 'CONNECTOR_UNKNOWN'
  | 'FOLDER_UNUSABLE'
  | 'LINK_LOOP'
  | 'PAGE_UNREADABLE'
  | 'RUN_INTERRUPTED'
  | 'RUN_LOST'
  | 'SECRET_MISSING'
  | 'SFTP_FAILED'
  | 'SFTP_HOST_KEY';

/** A connector cannot do its work, or is not what it should be. */
export class ConnectorError extends Error {
  constructor(
    readonly code: ConnectorErrorCode,
    message: string,
    readonly remedy: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'ConnectorError';
  }
}
