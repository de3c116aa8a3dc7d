/** How far a number is known, in words; assumptions stand out. */
export const statusNames = {
  sv: { found: 'funnen', derived: 'härledd', assumption: 'ANTAGANDE', synthetic: 'SYNTETISK' },
  en: { found: 'found', derived: 'derived', assumption: 'ASSUMPTION', synthetic: 'SYNTHETIC' },
} as const;
