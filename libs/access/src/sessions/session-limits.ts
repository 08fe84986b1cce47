/** How long a session lives without use, and at most. */
export interface SessionLimits {
  readonly idleMinutes: number;
  readonly absoluteHours: number;
}
