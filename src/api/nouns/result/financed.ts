import type { FinancedYear, Financed as Shape } from '../../../app/financed-to-the-end.ts';
import { builder } from '../../builder.ts';
import { figure } from '../figure.ts';
import { Label } from '../label.ts';

const Year = builder.objectRef<FinancedYear>('FinancedYear').implement({
  description:
    'One year of a measure: what it costs, what somebody has promised, and what nobody has. SEK of that year.',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'Calendar year.' }),
    costSek: figure(t, 'Outlays, running costs and payments to shops in the likely future, SEK.', ({ cost }) => cost),
    grantsSek: figure(t, 'Grants stated for its investments, the year they are paid, SEK.', ({ grants }) => grants),
    promisedSek: figure(t, 'What is stated as secured, SEK.', ({ promised }) => promised),
    assumedSek: figure(
      t,
      'The part of grants and promises that is itself an assumption, SEK.',
      ({ assumed }) => assumed,
    ),
    missingSek: figure(t, 'What nobody has promised, SEK; at least 0.', ({ missing }) => missing),
  }),
});

/** Whether a measure is financed to the end. */
export const Financed = builder.objectRef<Shape>('Financed').implement({
  description: 'Whether a measure is financed to the end of its agreement, and of the horizon.',
  fields: (t) => ({
    alternative: t.exposeString('alternative', { description: 'Id of its alternative.' }),
    measure: t.exposeString('measure', { description: 'Id of the measure in the scenario.' }),
    label: t.expose('label', { type: Label, description: 'What the measure is called.' }),
    agreementEnd: t.exposeFloat('agreementEnd', {
      description: 'Last calendar year of the agreement, or of the horizon if that comes first.',
    }),
    endsWithAgreement: t.exposeBoolean('ends', {
      description: 'Whether it ends with the agreement; otherwise it is renewed.',
    }),
    years: t.expose('years', { type: [Year], description: 'The years in which it is active in the likely future.' }),
    isThroughAgreement: t.exposeBoolean('throughAgreement', {
      description: 'Whether nothing is missing in any year of the agreement.',
    }),
    firstYearNotCovered: t.exposeInt('firstNotCovered', {
      nullable: true,
      description:
        'First calendar year in which something is missing; null where nothing is, to the end of the horizon.',
    }),
  }),
});
