import type { Allowed } from '../village/allowed.ts';

/** What is wrong with a field of the form. */
export type FieldProblem =
  | { readonly code: 'missing' | 'no-number' | 'ambiguous' | 'disorder' | 'unseen' | 'both-coordinates' }
  | { readonly code: 'too-long'; readonly length: number; readonly most: number }
  | { readonly code: 'too-small' | 'too-large' | 'not-whole'; readonly allowed: Allowed; readonly unit: string }
  | { readonly code: 'km-needed'; readonly why: 'island' | 'no-position' }
  | { readonly code: 'twice' }
  /** What the service said, with its own code. */
  | {
      readonly code: 'service';
      readonly of: string;
      readonly message: string;
      readonly allowed: string | undefined;
      readonly hint: string | undefined;
    };
