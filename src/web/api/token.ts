const name = 'token';

/** The token somebody signed in with in this tab; undefined where none is needed or given. */
export function rememberedToken(): string | undefined {
  return sessionStorage.getItem(name) ?? undefined;
}

/** Keeps a token as long as this tab is open; undefined forgets it. */
export function rememberToken(token: string | undefined): void {
  if (token === undefined) sessionStorage.removeItem(name);
  else sessionStorage.setItem(name, token);
}
