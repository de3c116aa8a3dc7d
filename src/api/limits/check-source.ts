import { Lexer, Source, type Token, TokenKind } from 'graphql';
import { limitError } from './limit-error.ts';
import type { Limits } from './limits.ts';

const opening: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const numbers: ReadonlySet<string> = new Set([TokenKind.INT, TokenKind.FLOAT]);
const closing: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Refuses the text of a document that would overflow the parser's stack or be costly to parse: too long, too many tokens, or
 * too deeply nested brackets; and what cannot be kept: texts with the null
 * character (PostgreSQL has none) and infinite numbers. Reads tokens only, without recursion.
 *
 * @throws {GraphQLError} saying which, with a code: `QUERY_TOO_LONG`, `QUERY_NESTED_TOO_DEEP`, `NULL_CHARACTER`, `NUMBER_TOO_LARGE`
 */
export function checkSource(text: string, limits: Pick<Limits, 'documentLength' | 'tokens' | 'nesting'>): void {
  if (text.length > limits.documentLength) throw tooLong();
  const lexer = new Lexer(new Source(text));
  let open = 0;
  for (let tokens = 0; ; tokens++) {
    let token: Token;
    try {
      token = lexer.advance();
    } catch {
      return; // what stands before was checked; the parser says better what is wrong here
    }
    if (token.kind === TokenKind.EOF) return;
    if (tokens >= limits.tokens) throw tooLong();
    if (opening.has(token.kind)) open++;
    else if (closing.has(token.kind)) open--;
    if (open > limits.nesting)
      throw limitError(
        'QUERY_NESTED_TOO_DEEP',
        'The document has more brackets inside one another than allowed; write it flatter, with values in variables.',
      );
    if (token.value?.includes('\0'))
      throw limitError('NULL_CHARACTER', 'A text in the document contains the null character (U+0000); leave it out.');
    if (numbers.has(token.kind) && !Number.isFinite(Number(token.value)))
      throw limitError('NUMBER_TOO_LARGE', 'A number in the document is larger than a double-precision number can be.');
  }
}

function tooLong() {
  return limitError(
    'QUERY_TOO_LONG',
    'The document is longer than allowed; ask in several requests, and send long texts as variables.',
  );
}
