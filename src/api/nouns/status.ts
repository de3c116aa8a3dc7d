import { enumOf } from './enum-of.ts';

/** How far a number is known. */
export const Status = enumOf('Status', 'How far a number is known.', {
  found: 'Found in the source that is named.',
  derived: 'Derived by arithmetic from what was found.',
  assumption: 'An assumption: nobody has measured it.',
  synthetic: 'Made up, in the place of something that exists; every result built on it is marked.',
});

/** Who gave a value. */
export const GivenBy = enumOf('GivenBy', 'Who gave a value.', {
  scenario: 'The scenario states it.',
  default: "It is the model's default.",
  program: 'The program filled it in, from other values.',
});
