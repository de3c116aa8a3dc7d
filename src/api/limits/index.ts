export { DocumentCache } from './document-cache.ts';
export { defaultLimits, type Limits } from './limits.ts';
export { readDocument } from './read-document.ts';
export { useLimits } from './use-limits.ts';
