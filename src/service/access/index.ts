export { type Access, openAccess } from './access.ts';
export { type Authenticator, believedMs, headersAsked, operatorOf } from './sign-in.ts';
export { SignInError } from './sign-in-error.ts';
export { tokenIdOf } from './token-text.ts';
export { issueToken, listTokens, revokeToken, type ShownToken, tokenState, tokensOf } from './tokens.ts';
export { createWorkspace, ensureWorkspaces, listWorkspaces, workspacesOf } from './workspaces.ts';
