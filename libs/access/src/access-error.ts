/** What can be wrong with a request to change who may do what. */
export type AccessFault =
  | 'EMAIL_INVALID'
  | 'EMAIL_TAKEN'
  | 'NAME_MISSING'
  | 'ROLE_UNKNOWN'
  | 'ROLE_NEEDS_ORGANISATION'
  | 'ORGANISATION_UNKNOWN'
  | 'ORGANISATION_TAKEN'
  | 'ORGANISATION_INVALID'
  | 'ACCOUNT_UNKNOWN'
  | 'LAST_ADMINISTRATOR'
  | 'LINK_SPENT'
  | 'PASSWORD_WEAK'
  | 'PASSWORD_WRONG'
  | 'KEY_UNKNOWN'
  | 'SCOPE_UNKNOWN'
  | 'EXPIRY_INVALID'
  | 'SIGN_IN_BUSY'
  | 'FORBIDDEN';

/** Access could not be given, changed or used as asked. */
export class AccessError extends Error {
  override readonly name = 'AccessError';

  constructor(
    readonly code: AccessFault,
    /** In Spanish, for who asked. */
    readonly problem: string,
    readonly remedy: string,
  ) {
    super(problem);
  }
}
