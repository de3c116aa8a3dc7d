import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onBothDatabases } from '../store/databases.ts';
import { type RunningServer, runServer } from './running-server.ts';

const fliseryd = readFileSync(new URL('../../scenarios/fliseryd.yaml', import.meta.url), 'utf8');

const revisionFields = '... on Revision { id number note author label { sv } scenario { slug own } }';
const problemFields =
  '... on InvalidInput { message problems { code path found hint } } ... on NotAllowed { code message }';

onBothDatabases((_kind, open) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await runServer(await open(), { ship: ['fliseryd'] });
  });
  afterAll(async () => {
    await server?.stop();
  });

  type Saved = { readonly id: string; readonly number: number; readonly problems?: readonly Record<string, string>[] };
  const create = async (slug: string, text: string): Promise<Saved> =>
    (
      await server.ask<{ createScenario: Saved }>(
        `mutation ($input: CreateScenarioInput!) { createScenario(input: $input) { __typename ${revisionFields} ${problemFields} } }`,
        { input: { slug, text } },
      )
    ).data.createScenario;
  const revise = async (input: Record<string, unknown>): Promise<Saved> =>
    (
      await server.ask<{ reviseScenario: Saved }>(
        `mutation ($input: ReviseScenarioInput!) { reviseScenario(input: $input) { __typename ${revisionFields} ${problemFields} } }`,
        { input },
      )
    ).data.reviseScenario;
  const fork = async (input: Record<string, unknown>): Promise<Saved> =>
    (
      await server.ask<{ forkScenario: Saved }>(
        `mutation ($input: ForkScenarioInput!) { forkScenario(input: $input) { __typename ${revisionFields} ${problemFields} } }`,
        { input },
      )
    ).data.forkScenario;
  type Drafted = {
    readonly changes: readonly object[];
    readonly text: string;
    readonly result: { readonly certificate: { readonly resultHash: string } };
  };
  type Compared = {
    readonly id: string;
    readonly result: {
      readonly certificate: { readonly resultHash: string };
      readonly alternatives: readonly { readonly key: string; readonly label: { readonly sv: string } }[];
    };
  };
  const compare = async (revision: string, more = ''): Promise<{ compared: Compared; computed: number }> => {
    const { data, extensions } = await server.ask<{ comparison: Compared }>(
      `query ($revision: ID!) { comparison(revision: $revision, draws: 64 ${more}) { id result { certificate { resultHash } alternatives { key label { sv } } } } }`,
      { revision },
    );
    return { compared: data.comparison, computed: extensions?.cost['villageDrawYears'] ?? Number.NaN };
  };

  describe('a scenario', () => {
    it('is saved as revisions, each of which stays as it was', async () => {
      const first = await create('by', fliseryd);
      expect(first).toMatchObject({ number: 1, scenario: { slug: 'by', own: true } });
      const second = await revise({
        basedOn: first.id,
        text: fliseryd.replace('Fliseryd: servicepunkt eller ingen', 'By: servicepunkt eller ingen'),
        note: 'namnet',
      });
      expect(second).toMatchObject({ number: 2, note: 'namnet', label: { sv: 'By: servicepunkt eller ingen' } });
      const { data } = await server.ask<{ scenario: { revisions: { totalCount: number; edges: { node: Saved }[] } } }>(
        '{ scenario(slug: "by") { revisions { totalCount edges { node { id number label { sv } } } } } }',
      );
      expect(data.scenario.revisions.totalCount).toBe(2);
      expect(data.scenario.revisions.edges.map(({ node }) => node)).toMatchObject([
        { id: second.id, number: 2 },
        { id: first.id, number: 1, label: { sv: 'Fliseryd: servicepunkt eller ingen' } },
      ]);
    });

    it('is not written over by somebody who has not seen the newest revision', async () => {
      const first = await create('samtidigt', fliseryd);
      await revise({ basedOn: first.id, text: `${fliseryd}\n# en` });
      const late = await revise({ basedOn: first.id, text: `${fliseryd}\n# två` });
      expect(late.problems).toMatchObject([{ code: 'conflict', path: 'basedOn', found: 'revision 1' }]);
    });

    it('of two revisions saved at the same moment on the same one, one alone is kept', async () => {
      const first = await create('kapp', fliseryd);
      const both = await Promise.all(
        ['a', 'b', 'c', 'd'].map((mark) => revise({ basedOn: first.id, text: `${fliseryd}\n# ${mark}` })),
      );
      expect(both.filter(({ number }) => number === 2)).toHaveLength(1);
      expect(both.flatMap(({ problems }) => problems ?? []).map(({ code }) => code)).toEqual([
        'conflict',
        'conflict',
        'conflict',
      ]);
    });

    it('is forked with a measure changed, and what differs is told', async () => {
      const { data } = await server.ask<{ scenario: { latest: { id: string } } }>(
        '{ scenario(slug: "fliseryd") { latest { id } } }',
      );
      const path = 'alternatives.servicepunkt.measures.servicepunkt.agreementYears';
      const forked = await fork({ from: data.scenario.latest.id, slug: 'langre-avtal', changes: [{ path, value: 8 }] });
      expect(forked).toMatchObject({ number: 1, scenario: { own: true } });
      const told = await server.ask(
        'query ($id: ID!, $from: ID!) { node(id: $id) { ... on Revision { parent { id } changesSince(revision: $from) { kind path after } } } }',
        { id: forked.id, from: data.scenario.latest.id },
      );
      expect(told.data).toMatchObject({
        node: { parent: { id: data.scenario.latest.id }, changesSince: [{ kind: 'changed', path, after: 8 }] },
      });
    });

    it('is tried with values that nobody has saved: the numbers are those of the revision it becomes, and nothing is kept', async () => {
      const first = await create('provad', fliseryd);
      const years = 'alternatives.servicepunkt.measures.servicepunkt.agreementYears';
      const changes = [{ path: years, value: 8 }];
      const { prisma } = server.service.database;
      const kept = async (): Promise<number[]> => [
        await prisma.revision.count(),
        await prisma.result.count(),
        await prisma.comparison.count(),
      ];
      const before = await kept();
      const tried = async () => {
        const { data, extensions } = await server.ask<{ draft: Drafted }>(
          'query ($revision: ID!, $changes: [ValueChangeInput!]!) { draft(revision: $revision, changes: $changes) { changes { path after } text result(draws: 64) { certificate { resultHash } } } }',
          { revision: first.id, changes },
        );
        return { draft: data.draft, computed: extensions?.cost['villageDrawYears'] };
      };
      const { draft, computed } = await tried();
      expect(draft.changes).toEqual([{ path: years, after: 8 }]);
      expect(computed).toBeGreaterThan(0);
      expect(await tried()).toEqual({ draft, computed: 0 });
      expect(await kept()).toEqual(before);
      const saved = await revise({ basedOn: first.id, changes });
      const { compared } = await compare(saved.id);
      expect(compared.result.certificate).toEqual(draft.result.certificate);
      const { data } = await server.ask<{ node: { files: { text: string }[] } }>(
        'query ($id: ID!) { node(id: $id) { ... on Revision { files { text } } } }',
        { id: saved.id },
      );
      expect(data.node.files.map(({ text }) => text)).toEqual([draft.text]);
    });

    it('tried with values that are wrong is refused with where, what was found and what is allowed', async () => {
      const { errors } = await server.ask(
        '{ draft(scenario: "fliseryd", changes: [{ path: "shops.ica-fliseryd.turnover", value: -5 }]) { scenarioHash } }',
      );
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'INVALID_INPUT',
        problems: [{ path: 'shops.ica-fliseryd.turnover', found: '-5' }],
      });
    });

    it('that is wrong is refused with every problem and its line, and nothing is kept', async () => {
      const refused = await create('fel', fliseryd.replace(/^start: \d+/m, 'start: -4').replace(/^seed:.*/m, 'frö: 3'));
      expect(refused.problems?.map(({ code, path }) => ({ code, path }))).toEqual(
        expect.arrayContaining([expect.objectContaining({ path: 'start' })]),
      );
      const { data } = await server.ask('{ scenario(slug: "fel") { id } }');
      expect(data).toEqual({ scenario: null });
    });

    it.each(['../by', 'By', '', 'by\u202Eyb', 'ｂｙ', 'a'.repeat(64), '-by', 'by\n'])(
      'cannot be called %j',
      async (slug) => {
        const refused = await create(slug, fliseryd);
        expect(refused.problems).toMatchObject([{ code: 'name', path: 'slug' }]);
      },
    );

    it.each(['/etc/passwd', '../../package.json', 'fliseryd.yaml', 'file:///etc/passwd', 'http://localhost/x.yaml'])(
      'cannot extend %s, which it was not given',
      async (name) => {
        const refused = await create('smyg', `extends: ${JSON.stringify(name)}\nid: smyg\nseed: x\n`);
        expect(refused.problems?.length).toBeGreaterThan(0);
        expect(JSON.stringify(refused)).not.toMatch(/root:|"dependencies"/);
      },
    );
  });

  describe('a comparison', () => {
    it('asked for again is the stored one, and computes nothing', async () => {
      const { id } = await create('en-gang', fliseryd.replace(/^seed:.*/m, 'seed: en-gang'));
      const first = await compare(id);
      const again = await compare(id);
      expect(again.compared).toEqual(first.compared);
      // 1 place × 64 futures × 15 years × 3 alternatives
      expect([first.computed, again.computed]).toEqual([1 * 64 * 15 * 3, 0]);
    });

    it('asked for by many at the same moment is computed once', async () => {
      const { id } = await create('manga', fliseryd.replace(/^seed:.*/m, 'seed: manga'));
      const all = await Promise.all(Array.from({ length: 6 }, () => compare(id)));
      expect(new Set(all.map(({ compared }) => compared.id)).size).toBe(1);
      expect(await server.service.database.prisma.result.count({ where: { seed: 'manga' } })).toBe(1);
    });

    it('whose labels alone are others has its own words and the same numbers', async () => {
      const text = fliseryd.replace(/^seed:.*/m, 'seed: ord');
      const { id } = await create('ord', text);
      const other = await revise({ basedOn: id, text: text.replaceAll('Ingen servicepunkt', 'Inget alls') });
      const [before, after] = [await compare(id), await compare(other.id)];
      expect(after.compared.result.certificate).toEqual(before.compared.result.certificate);
      expect(after.compared.result.alternatives[0]?.label.sv).toBe('Inget alls');
      expect(before.compared.result.alternatives[0]?.label.sv).toBe('Ingen servicepunkt');
    });

    it('is computed anew to the same hash when it is verified', async () => {
      const { id } = await create('kontroll', fliseryd.replace(/^seed:.*/m, 'seed: kontroll'));
      const { compared } = await compare(id);
      const { data } = await server.ask(
        'query ($id: ID!) { verifyComparison(comparison: $id) { agrees storedHash recomputedHash changed } }',
        {
          id: compared.id,
        },
      );
      const { resultHash } = compared.result.certificate;
      expect(data).toEqual({
        verifyComparison: { agrees: true, storedHash: resultHash, recomputedHash: resultHash, changed: null },
      });
    });

    it('whose stored numbers were tampered with does not verify', async () => {
      const { id } = await create('fusk', fliseryd.replace(/^seed:.*/m, 'seed: fusk'));
      const { compared } = await compare(id);
      await server.service.database.prisma.result.updateMany({
        where: { seed: 'fusk' },
        data: { resultHash: '0'.repeat(64) },
      });
      const { data } = await server.ask('query ($id: ID!) { verifyComparison(comparison: $id) { agrees } }', {
        id: compared.id,
      });
      expect(data).toEqual({ verifyComparison: { agrees: false } });
    });

    it('of one future is the same by both ways of computing', async () => {
      const { data } = await server.ask<{ verifyDraw: { agrees: boolean; numbers: number } }>(
        '{ verifyDraw(scenario: "fliseryd", future: "3.2") { agrees numbers } }',
      );
      expect(data.verifyDraw.agrees).toBe(true);
      expect(data.verifyDraw.numbers).toBeGreaterThan(1000);
    });

    it('costs what `cost` says, which runs nothing', async () => {
      const { id } = await create('pris', fliseryd.replace(/^seed:.*/m, 'seed: pris'));
      const query = 'query ($id: ID!) { ...a } fragment a on Query { comparison(revision: $id, draws: 64) { id } }';
      const cost = async (): Promise<unknown> =>
        (
          await server.ask<{ cost: unknown }>(
            'query ($q: String!, $v: JSON) { cost(query: $q, variables: $v) { fields villageDrawYears comparisons { stored atOnce villageDrawYears } } }',
            { q: query, v: { id } },
          )
        ).data.cost;
      const villageDrawYears = 1 * 64 * 15 * 3;
      expect(await cost()).toEqual({
        fields: 2,
        villageDrawYears,
        comparisons: [{ stored: false, atOnce: true, villageDrawYears }],
      });
      expect(await server.service.database.prisma.result.count({ where: { seed: 'pris' } })).toBe(0);
      await compare(id);
      expect(await cost()).toMatchObject({ villageDrawYears: 0, comparisons: [{ stored: true }] });
    });

    it('too large to be answered at once is told to be a job', async () => {
      const { status, errors } = await server.ask('{ comparison(scenario: "fliseryd", draws: 100000000) { id } }');
      expect(status).toBe(400);
      expect(errors?.[0]?.message).toContain('startComparison');
    });
  });
});
