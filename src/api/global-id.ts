const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An id that is nobody's. */
export const nobody = '00000000-0000-0000-0000-000000000000';

/** What an id in a global id can be looked up by: what is no id at all is found as little as one that does not exist. */
export function uuidOf(id: unknown): string {
  return typeof id === 'string' && uuidForm.test(id) ? id : nobody;
}
