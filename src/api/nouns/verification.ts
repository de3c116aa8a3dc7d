import type { Verification } from '../../computing/index.ts';
import { type VerifiedResult, verifyComparison, verifyDraw } from '../../service/verification.ts';
import { builder } from '../builder.ts';
import { uuidOf } from '../global-id.ts';
import { askedDesign, ComparisonNode } from './comparison.ts';
import { RevisionNode } from './revision.ts';

const VerifiedComparison = builder.objectRef<VerifiedResult>('VerifiedComparison').implement({
  description: 'A stored result, and the same computed anew.',
  fields: (t) => ({
    agrees: t.exposeBoolean('agrees', { description: 'Whether every number is the same, to the last bit.' }),
    storedHash: t.exposeString('storedHash', { description: 'The hash over all numbers as they are stored.' }),
    recomputedHash: t.exposeString('recomputedHash', { description: 'The hash over all numbers computed now.' }),
    changed: t.exposeString('changed', {
      nullable: true,
      description:
        'What is no longer as it was when the result was computed, so that it may differ; null where nothing is.',
    }),
  }),
});

const VerifiedDraw = builder.objectRef<Verification>('VerifiedDraw').implement({
  description: 'One future computed in two ways that share no code: compiled, and walking the formulas one by one.',
  fields: (t) => ({
    agrees: t.exposeBoolean('same', { description: 'Whether every number is the same, to the last bit.' }),
    numbers: t.exposeInt('numbers', { description: 'How many numbers were compared.' }),
  }),
});

builder.queryFields((t) => ({
  verifyComparison: t.field({
    type: VerifiedComparison,
    description: 'Computes a stored comparison anew and tells whether it comes to the same.',
    args: {
      comparison: t.arg.globalID({ for: [ComparisonNode], required: true, description: 'The comparison.' }),
    },
    resolve: async (_root, { comparison }, { service, viewer, signal, cost, inTurn }) => {
      const verified = await inTurn(() => verifyComparison(service, viewer, uuidOf(comparison.id), signal));
      cost.villageDrawYears += verified.villageDrawYears;
      return verified;
    },
  }),
  verifyDraw: t.field({
    type: VerifiedDraw,
    description: 'Computes one future in both of the engine’s ways and tells whether they come to the same.',
    args: {
      revision: t.arg.globalID({ for: [RevisionNode], description: 'The revision; or name the scenario.' }),
      scenario: t.arg.string({ description: 'Short name of a scenario, whose newest revision is meant.' }),
      future: t.arg.string({
        defaultValue: 'likely',
        description: '`likely`, or the number of the parameters and of the course of luck: `17.3`.',
      }),
      seed: t.arg.string({ description: "Which random numbers; the scenario's own unless stated." }),
    },
    resolve: async (_root, { future, seed, ...asked }, context) => {
      const { revisionId } = await askedDesign(context, asked);
      return await context.inTurn(() =>
        verifyDraw(
          context.service,
          context.viewer,
          revisionId,
          { future: future ?? 'likely', seed: seed ?? undefined },
          context.signal,
        ),
      );
    },
  }),
}));
