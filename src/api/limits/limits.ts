/** What one request, one caller and the whole service may ask for. Every number is a count unless its name says otherwise. */
export type Limits = {
  /** Text of the document, in UTF-16 units: long texts, such as a scenario, belong in variables. Bounds the cache of documents too. */
  readonly documentLength: number;
  /** Lexical tokens of the document: parsing and validating take time by them. */
  readonly tokens: number;
  /** Brackets open at once in the document (braces, brackets, parentheses): the parser calls itself for each and would run out of stack. */
  readonly nesting: number;
  /** Fields inside fields. The full introspection query of graphql 17 nests 15 deep. */
  readonly depth: number;
  /** Fields of the operation, fragments written out: what an execution has to visit, and what validation compares with one another. */
  readonly fields: number;
  /** Fields of one selection set, fragments written out: comparing them pairwise in validation grows with the square. */
  readonly breadth: number;
  /** Fragments of the document: validation compares them pairwise too (400 of them took half a second). */
  readonly fragments: number;
  /** Fields at the top: each is a question of its own to the database, or a computation. */
  readonly rootFields: number;
  /** Aliases, fragments written out: the way to ask the same expensive thing many times. */
  readonly aliases: number;
  /** Directives, fragments written out; no query of ours needs more than a few. */
  readonly directives: number;
  /** Complexity (see `measureDocument`): values the answer may hold. Full introspection costs about 60 000. */
  readonly complexity: number;
  /** Items of one page (`first`, `last`). */
  readonly pageSize: number;
  /** Items where no page size is asked for. */
  readonly defaultPageSize: number;
  /** Items assumed of a list that is not paged: parties, causes, years. */
  readonly listSize: number;
  /** Lists and objects inside one another in the variables: input types that contain themselves are read recursively. */
  readonly variableNesting: number;
  /** Values in the variables, all lists and objects written out. */
  readonly variableValues: number;
  /**
   * Bytes of a request's body. One limit for everybody: who may write is known only after the body's size must be, and a
   * scenario of all Sweden's localities is some 2 MB. Larger ones are split, or imported by the command line.
   */
  readonly bodyBytes: number;
  /** Bytes of the request line and headers; a query sent by GET must fit. */
  readonly headerBytes: number;
  /** Milliseconds until headers, and the whole request, must have come: slow clients hold a connection no longer. */
  readonly headersMs: number;
  readonly receiveMs: number;
  /** Milliseconds a request may be worked on; longer work is a job. Below the minute after which proxies commonly give up themselves. */
  readonly requestMs: number;
  /** Milliseconds a client may take to read an answer, or one event of a stream, before it is cut off. */
  readonly readMs: number;
  /** Milliseconds an unused connection is kept. */
  readonly keepAliveMs: number;
  /** Requests over one connection, so that long-lived ones move on when a service is replaced. */
  readonly requestsPerConnection: number;
  readonly connections: number;
  /** Requests at work at once: of one caller (then 429), of all (then 503). */
  readonly requestsPerCaller: number;
  readonly requests: number;
  /** Event streams open at once, counted apart since they last: of one caller (429), of all (503). */
  readonly streamsPerCaller: number;
  readonly streams: number;
  /** Milliseconds running requests are given when the service stops. */
  readonly stopMs: number;
};

export const defaultLimits: Limits = {
  documentLength: 256 * 1024,
  tokens: 5_000,
  nesting: 100,
  depth: 16,
  fields: 1_000,
  breadth: 200,
  fragments: 100,
  rootFields: 40,
  aliases: 30,
  directives: 50,
  complexity: 100_000,
  pageSize: 100,
  defaultPageSize: 20,
  listSize: 10,
  variableNesting: 64,
  variableValues: 200_000,
  bodyBytes: 4 * 1024 * 1024,
  headerBytes: 32 * 1024,
  headersMs: 10_000,
  receiveMs: 30_000,
  requestMs: 55_000,
  readMs: 60_000,
  keepAliveMs: 5_000,
  requestsPerConnection: 10_000,
  connections: 2_000,
  requestsPerCaller: 100,
  requests: 400,
  streamsPerCaller: 50,
  streams: 500,
  stopMs: 10_000,
};
