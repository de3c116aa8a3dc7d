import { BusyError } from '../../computing/index.ts';
import { PlannerError, type Problem, StoppedError } from '../../errors.ts';
import { AccessError } from '../../service/viewer.ts';
import { builder } from '../builder.ts';

const UserError = builder.interfaceRef<Error>('UserError').implement({
  description: 'Why something was not done, so that you can mend it.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'What is wrong, in plain words.' }),
  }),
});

const ProblemType = builder.objectRef<Problem>('Problem').implement({
  description: 'One thing that is wrong in what was written: where, what was found, what is allowed, what to do.',
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'Stable name of the kind of problem: `unknown-name`, `unit-mismatch` …',
    }),
    message: t.exposeString('message', { description: 'What is wrong, one sentence.' }),
    file: t.exposeString('file', { nullable: true, description: 'The file it stands in.' }),
    line: t.exposeInt('line', { nullable: true, description: 'The line in that file, from 1.' }),
    path: t.exposeString('path', { nullable: true, description: 'The path inside the file, or the argument.' }),
    found: t.exposeString('found', { nullable: true, description: 'What was found there.' }),
    allowed: t.exposeString('allowed', { nullable: true, description: 'What may stand there.' }),
    hint: t.exposeString('hint', { nullable: true, description: 'What to do about it.' }),
  }),
});

builder.objectType(PlannerError, {
  name: 'InvalidInput',
  description: 'What was written cannot be used. Holds every problem that was found.',
  interfaces: [UserError],
  fields: (t) => ({
    problems: t.field({
      type: [ProblemType],
      description: 'Every problem, never only the first.',
      resolve: ({ problems }) => [...problems],
    }),
  }),
});

builder.objectType(AccessError, {
  name: 'NotAllowed',
  description: 'Your role does not allow this, or there is no such thing for you.',
  interfaces: [UserError],
  fields: (t) => ({
    code: t.exposeString('code', { description: '`forbidden` or `not-found`.' }),
  }),
});

builder.objectType(BusyError, {
  name: 'Busy',
  description: 'Too much is being computed now; nothing is wrong with what you asked.',
  interfaces: [UserError],
  fields: (t) => ({
    retryAfterSeconds: t.exposeInt('retryAfterSeconds', { description: 'Seconds to wait before asking again.' }),
  }),
});

builder.objectType(StoppedError, {
  name: 'Stopped',
  description: 'The work was cancelled or met a limit of time or memory.',
  interfaces: [UserError],
  fields: (t) => ({
    code: t.exposeString('code', { description: '`cancelled` or `limit`.' }),
  }),
});

/** What a mutation may answer in place of its result. */
export const userErrors = [PlannerError, AccessError, BusyError, StoppedError];
