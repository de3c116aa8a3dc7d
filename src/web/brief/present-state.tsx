import { spreadOf } from '../take/workbook.ts';
import type { Facts, PresentState } from './facts.ts';
import { statedInWords } from './stated-in-words.ts';
import { type Row, Table } from './table.tsx';
import { whereOf } from './where-of.ts';

/** More distances than this are not all shown. */
const mostDistances = 12;

type Stated = PresentState['ofPlaces']['nodes'][number];

/** The present state: people, distances and shops, each figure with its status and source. */
export function PresentStateSection({ facts }: { readonly facts: Facts }) {
  const { said, present, revision, changes, numbers, spoken } = facts;
  if (present === undefined) return null;
  const columns = [
    { key: 'what', title: said.what },
    { key: 'where', title: said.where },
    { key: 'value', title: said.value, isFigure: true },
    { key: 'status', title: said.status },
    { key: 'source', title: said.source },
  ];
  const statuses = {
    found: said.found,
    derived: said.derived,
    assumption: said.assumption,
    synthetic: said.syntheticValue,
  };
  const row = (stated: Stated): Row => {
    const { name, instance, label, unit, status, source } = stated;
    const isSecret = facts.isSecretInput(name, instance);
    return {
      key: `${name} ${instance}`,
      cells: [
        spoken(label),
        <bdi key="where">{whereOf(instance, facts)}</bdi>,
        isSecret ? said.withheld : statedInWords(stated.stated, unit, numbers, facts.language),
        status === 'assumption' ? (
          <span key="status" className="badge">
            {said.assumption}
          </span>
        ) : status === null ? (
          said.noStatus
        ) : (
          statuses[status]
        ),
        isSecret || !source ? said.noSource : <bdi key="source">{source}</bdi>,
      ],
    };
  };
  const distances = present.ofDistances.nodes.filter(({ name }) => name === 'townDistance');
  const shown = distances.length <= mostDistances ? distances : nearestOf(distances);
  return (
    <section>
      <h2>{said.present}</h2>
      <p>{said.statuses}</p>
      <Table caption={said.people} columns={columns} rows={present.ofPlaces.nodes.map(row)} />
      <Table
        caption={`${said.distances}. ${said.kilometresAs}${shown.length < distances.length ? ` ${said.nearestOnly}` : ''}`}
        columns={columns}
        rows={shown.map(row)}
      />
      <Table caption={said.towns} columns={columns} rows={present.ofTowns.nodes.map(row)} />
      {revision.shops.length === 0 ? (
        <p>{said.noShop}</p>
      ) : (
        <Table caption={said.shops} columns={columns} rows={present.ofShops.nodes.map(row)} />
      )}
      {changes.length === 0 ? null : (
        <>
          <h3>{said.changed}</h3>
          <p>{said.changedLead}</p>
          <Table
            caption={said.changed}
            columns={[
              columns[0] as { key: string; title: string },
              { key: 'value', title: said.value, isFigure: true },
            ]}
            rows={changes.map(({ path, value }) => ({
              key: path,
              cells: [
                path,
                value === null
                  ? said.removed
                  : isSecret(value)
                    ? said.withheld
                    : statedInWords(value, '1', numbers, facts.language),
              ],
            }))}
          />
        </>
      )}
    </section>
  );
}

/** The shortest distance from each place. */
function nearestOf(distances: readonly Stated[]): Stated[] {
  const nearest = new Map<string, Stated>();
  for (const each of distances) {
    const [from = ''] = each.instance.split('>');
    const known = nearest.get(from);
    if (known === undefined || kilometres(each) < kilometres(known)) nearest.set(from, each);
  }
  return [...nearest.values()];
}

function kilometres({ stated }: Stated): number {
  return spreadOf(stated).likely ?? Number.POSITIVE_INFINITY;
}

/** Whether a value says of itself that it is secret; in the public version nothing else is left of it then. */
function isSecret(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'secret' in value && !('value' in value) && !('likely' in value)
  );
}
