/** What of a model is needed to run its compiled code: no formula, so that it can be sent to a thread. */
export type RunnableModel = {
  readonly entities: ReadonlyMap<
    string,
    { readonly parents: readonly { readonly role: string; readonly entity: string }[] }
  >;
  readonly solvers: ReadonlyMap<string, { readonly needs: readonly string[]; readonly gives: readonly string[] }>;
  readonly tables: ReadonlyMap<string, { readonly points: readonly (readonly [number, number])[] }>;
};
