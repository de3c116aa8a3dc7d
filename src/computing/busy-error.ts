/** There is too much waiting already: of one caller, or on the server as a whole. Nothing is wrong in what was asked. */
export class BusyError extends Error {
  readonly code = 'busy';
  readonly scope: 'caller' | 'server';
  /** When it is worth trying again, as far as recent work tells. */
  readonly retryAfterSeconds: number;

  constructor(scope: 'caller' | 'server', retryAfterSeconds: number) {
    super(
      scope === 'caller'
        ? 'You have as much running and waiting as one caller may have; wait for some of it to end'
        : 'More is waiting than the server can take; try again later',
    );
    this.name = 'BusyError';
    this.scope = scope;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
