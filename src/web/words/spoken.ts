/** What the page speaks. */
export type Language = 'sv' | 'en';
