import { type DefaultConnectionArguments, resolveArrayConnection } from '@pothos/plugin-relay';
import { pageSize } from '../builder.ts';
import type { FieldsOf } from './fields-of.ts';

const page = {
  description: 'One page of a list, and how long the list is.',
  fields: (t: FieldsOf<{ readonly totalCount: number }>) => ({
    totalCount: t.exposeInt('totalCount', { description: 'How many there are in all, beyond this page.' }),
  }),
};

/**
 * What every connection over a list has besides its page: `t.connection(options, ...counted)`. The builder's type of it
 * differs with each connection, so it is left open.
 */
export const counted = [
  page as never,
  { description: 'One entry of a page, with the cursor it is found again by.' },
] as const;

/** One page of a list, with how long the list is. */
export function pageOf<Item>(list: readonly Item[], args: DefaultConnectionArguments) {
  return resolveArrayConnection<Item>({ args, defaultSize: pageSize.usual, maxSize: pageSize.most }, list);
}
