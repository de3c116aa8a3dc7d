/** A request without a valid token where one is needed: said in one way, whatever is wrong with it. */
export class SignInError extends Error {
  readonly code: 'unauthenticated' | 'too-many-attempts';
  /** Of the HTTP answer. */
  readonly status: 401 | 429;
  /** Of the HTTP answer. */
  readonly headers: Readonly<Record<string, string>>;

  /** @param retryAfterSeconds - stated where an address has tried too many wrong tokens */
  constructor(retryAfterSeconds?: number) {
    super(
      retryAfterSeconds === undefined
        ? 'This needs a valid token, sent as the header Authorization: Bearer bk_…'
        : `Too many wrong tokens came from this address; try again in ${retryAfterSeconds} seconds`,
    );
    this.name = 'SignInError';
    this.code = retryAfterSeconds === undefined ? 'unauthenticated' : 'too-many-attempts';
    this.status = retryAfterSeconds === undefined ? 401 : 429;
    this.headers =
      retryAfterSeconds === undefined
        ? { 'WWW-Authenticate': 'Bearer realm="bygdekalkyl"' }
        : { 'Retry-After': String(retryAfterSeconds) };
  }
}
