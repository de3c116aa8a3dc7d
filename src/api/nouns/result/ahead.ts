import { enumOf } from '../enum-of.ts';

/** Who is ahead in an outcome. */
export const Ahead = enumOf('Ahead', 'Which of two alternatives is ahead in an outcome.', {
  alternative: 'The alternative.',
  baseline: 'The baseline.',
  even: 'Neither.',
  none: 'There is no answer: the scenario has no meaning at that value, such as a turnover above what can be bought.',
});
