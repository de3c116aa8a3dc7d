import type { OpenQuestion as Shape } from '../../../app/open-questions.ts';
import { builder } from '../../builder.ts';
import { Label } from '../label.ts';

/** Something nobody has told yet. */
export const OpenQuestion = builder.objectRef<Shape>('OpenQuestion').implement({
  description: 'Something nobody has told yet, and what the scenario does meanwhile.',
  fields: (t) => ({
    key: t.exposeString('id', { description: 'Its id in the scenario.' }),
    about: t.expose('about', { type: Label, description: 'What is not known.' }),
    question: t.expose('question', { type: Label, description: 'What is asked, and of whom.' }),
    at: t.exposeString('at', {
      nullable: true,
      description: 'Where in the scenario the answer is to be written; null where what it concerns is left out.',
    }),
    stated: t.field({
      type: 'JSON',
      nullable: true,
      description: 'What stands there meanwhile: a number, or an object such as { low, likely, high }.',
      resolve: ({ stated }) => stated ?? null,
    }),
    assumed: t.expose('assumed', {
      type: Label,
      nullable: true,
      description: 'What is done meanwhile, in words, where the scenario says so.',
    }),
  }),
});
