/** Which input somebody wants to change, as the form beside the comparison is told. */
export type Edit = { readonly entity: string; readonly instance: string; readonly variable: string };

/** The event by which the form is told; who takes it up says so with `preventDefault`. */
export const editEvent = 'bygdekalkyl:edit';

/**
 * Asks the form to show the field of an input.
 *
 * @returns whether somebody took it up
 */
export function askToEdit({ entity, instance, variable }: Edit): boolean {
  // What a scenario states in place of a formula is its own variable in the model, and the same field in the form.
  const detail: Edit = { entity, instance, variable: variable.replace(/Stated$/, '') };
  return !document.dispatchEvent(new CustomEvent(editEvent, { detail, bubbles: true, cancelable: true }));
}
