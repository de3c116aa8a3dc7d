import { describe, expect, it } from 'vitest';
import { asStoreError, StoreError } from './store-error.ts';

describe('an error about the place where things are kept', () => {
  it('is recognised by SQLSTATE, system code, Prisma code or kind of driver error, however deep', () => {
    const deep = { meta: { driverAdapterError: { cause: { originalCode: '53100', kind: 'postgres' } } } };
    expect(asStoreError(deep)?.code).toBe('disk-full');
    expect(asStoreError(Object.assign(new Error(), { code: 'ECONNREFUSED' }))?.code).toBe('unreachable');
    expect(asStoreError(new AggregateError([Object.assign(new Error(), { code: 'ECONNREFUSED' })]))?.code).toBe(
      'unreachable',
    );
    expect(asStoreError({ cause: { kind: 'ConnectionClosed' } })?.code).toBe('unreachable');
    expect(asStoreError({ code: '08006' })?.code).toBe('unreachable');
    expect(asStoreError({ code: 'P1000' })?.code).toBe('refused');
    expect(asStoreError(new Error('write failed: No space left on device'))?.code).toBe('disk-full');
  });

  it('comes out as it was where Prisma made another of it', () => {
    const error = Object.assign(new Error('\nInvalid `prisma.a.create()` invocation:\n\n\nThe disk is full.'), {
      code: 'disk-full',
    });
    expect(asStoreError(error)).toMatchObject({ code: 'disk-full', message: 'The disk is full.' });
    const own = new StoreError('locked', 'x');
    expect(asStoreError(new Error('outer', { cause: own }))).toBe(own);
  });

  it('is nothing else: a row that is there already, a slip in a query, a missing scenario file', () => {
    for (const code of ['23505', 'P2002', '42601', 'ENOENT', '40001']) expect(asStoreError({ code })).toBeUndefined();
    for (const other of [undefined, null, 'disk-full', 3, new Error('no')]) expect(asStoreError(other)).toBeUndefined();
  });

  it('is found in an error that holds itself', () => {
    const loop: { cause?: unknown } = {};
    loop.cause = loop;
    expect(asStoreError(loop)).toBeUndefined();
  });
});
