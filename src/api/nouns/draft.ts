import { type Draft as DraftOf, draftFuture, draftOf, draftResult, explainDraft } from '../../service/drafts.ts';
import { builder } from '../builder.ts';
import { futuresArgs, futuresOf } from './comparison.ts';
import { Explanation, questionArgs, questionOf } from './explanation.ts';
import { Result } from './result/result.ts';
import { askedRevision, Change, RevisionNode } from './revision.ts';
import { ValueChangeInput, valueChangeOf } from './scenario.ts';
import { SingleFuture } from './single-future.ts';

const Draft = builder.objectRef<DraftOf>('Draft').implement({
  description: 'A revision with some values changed, to try what they would come to. Nothing of it is saved.',
  fields: (t) => ({
    changes: t.field({
      type: [Change],
      description: 'What differs from the revision, as the scenario says it.',
      resolve: ({ changes }) => [...changes],
    }),
    text: t.string({
      description: 'The scenario file with the values changed, YAML; its comments are kept.',
      resolve: ({ bundle }) => bundle.files[bundle.file] ?? '',
    }),
    scenarioHash: t.string({
      description: 'Over everything that decides its numbers: as the certificate of its result has it.',
      resolve: ({ read }) => read.scenarioHash,
    }),
    result: t.field({
      type: Result,
      description: 'Its alternatives compared: the same numbers as if it were saved.',
      args: futuresArgs,
      resolve: async (draft, asked, { service, viewer, signal, cost, inTurn }) => {
        const { document, computed } = await inTurn(() =>
          draftResult(service, viewer, draft, futuresOf(asked), signal),
        );
        cost.villageDrawYears += computed;
        return document;
      },
    }),
    future: t.field({
      type: SingleFuture,
      description: 'One future alone: what luck looks like, beside the spread over all of them.',
      args: {
        alternative: t.arg.string({ description: 'Id of the alternative; the baseline unless stated.' }),
        future: t.arg.string({
          required: true,
          defaultValue: 'likely',
          description: '`likely`, or which future: set of uncertain numbers and luck, from 0: `17.3`.',
        }),
        seed: t.arg.string({ description: "Which random numbers; the scenario's own unless stated." }),
      },
      resolve: async (draft, { alternative, future, seed }, { service, viewer, signal, inTurn }) =>
        await inTurn(() =>
          draftFuture(
            service,
            viewer,
            draft,
            { future, alternative: alternative ?? undefined, seed: seed ?? undefined },
            signal,
          ),
        ),
    }),
    explanation: t.field({
      type: Explanation,
      description: 'How any number of it came about.',
      args: questionArgs,
      resolve: async (draft, asked, { service, viewer, signal, inTurn }) =>
        await inTurn(() => explainDraft(service, viewer, draft, questionOf(asked), signal)),
    }),
  }),
});

builder.queryField('draft', (t) =>
  t.field({
    type: Draft,
    description: 'Tries values on a revision without saving them.',
    args: {
      revision: t.arg.globalID({ for: [RevisionNode], description: 'The revision; or name the scenario.' }),
      scenario: t.arg.string({ description: 'Short name of a scenario, whose newest revision is meant: `fliseryd`.' }),
      changes: t.arg({ type: [ValueChangeInput], required: true, description: 'The values to try.' }),
    },
    resolve: async (_root, { changes, ...asked }, { service, viewer, signal, inTurn }) => {
      const revisionId = await askedRevision(service, viewer, asked);
      return await inTurn(() => draftOf(service, viewer, revisionId, changes.map(valueChangeOf), signal));
    },
  }),
);
