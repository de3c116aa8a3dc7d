import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useLanguage, useWords } from '../words/language.tsx';
import type { Change } from '../work/changes.ts';
import { useWork } from '../work/work.tsx';
import { assumptionGroups } from './assumption-groups.ts';
import { ChangeList } from './change-list.tsx';
import type { NamedField } from './changes-in-words.ts';
import { editsOf, type Field, statedIn } from './field.ts';
import { KnowingMore } from './knowing-more.tsx';
import { plannedMeasures } from './measures.ts';
import { MoreAssumptions } from './more-assumptions.tsx';
import { nameOf, questionsFor } from './questions.ts';
import { plannedFields, QuestionsForm } from './questions-form.tsx';
import { RevisionHistory } from './revision-history.tsx';
import { justSaved, SaveForm } from './save-form.tsx';
import { changedTree, isSame } from './scenario-tree.ts';
import { ShareLink } from './share-link.tsx';
import { useEditAsked } from './use-edit-asked.ts';
import { useKnowledge } from './use-knowledge.ts';
import { useSavedTree } from './use-saved-tree.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import styles from './village.module.css';
import { type Village, VillageContext } from './village-context.ts';
import { VillageFacts } from './village-facts.tsx';
import { words } from './words.ts';

/** The left column of the comparison: what is known and assumed about the village, all of it open to change. */
export function VillagePanel() {
  const said = useWords(words);
  const language = useLanguage();
  const work = useWork();
  const { revision, changes, changeAll, error } = work;
  const { tree: saved } = useSavedTree(revision);
  const { knowledge, isReady, error: lacking, tryAgain } = useKnowledge(revision.id);
  const tried = useMemo(() => changedTree(saved, changes), [saved, changes]);
  const measures = useMemo(() => plannedMeasures(revision.measures, saved), [revision.measures, saved]);
  const [chosen, setChosen] = useState<{ readonly place?: string; readonly shop?: string }>({});
  const place = chosen.place ?? firstPlace(revision);
  const shops = revision.shops.filter((shop) => shop.place === place);
  const shop = shops.find(({ key }) => key === chosen.shop)?.key ?? shops[0]?.key;
  const [isSaving, setSaving] = useState(false);
  const [target, setTarget] = useState<Village['target']>();
  useUndoKeys(work.undo, work.redo);
  const goToField = useCallback((path: string) => setTarget({ path }), []);
  useEditAsked(tried, measures, shop, goToField);

  const put = useCallback(
    (field: Field, value: unknown): void => {
      if (isSame(statedIn(tried, field), value)) return;
      const edits = editsOf(field, saved, tried, value);
      changeAll(
        edits.flatMap((edit): Change[] => (edit.kind === 'change' ? [{ path: edit.path, value: edit.value }] : [])),
        edits.flatMap((edit) => (edit.kind === 'back' ? [edit.path] : [])),
      );
    },
    [saved, tried, changeAll],
  );
  const village = useMemo<Village>(
    () => ({
      saved,
      tried,
      knowledge,
      isReady,
      measures,
      place,
      shop,
      put,
      putBack: (field) => put(field, statedIn(saved, field)),
      problemsAt: ({ paths }) =>
        error?.problems.filter(({ path }) => paths.some((each) => path === each || path?.startsWith(`${each}.`))) ?? [],
      target,
      goToField,
    }),
    [saved, tried, knowledge, isReady, measures, place, shop, put, error, target, goToField],
  );

  const askedFields = useMemo(
    () => [
      ...questionsFor(saved, knowledge, place, shop, revision.start).flatMap(({ fields }) => fields),
      ...measures.flatMap((measure) => plannedFields(measure, saved, saved, knowledge.kinds)),
    ],
    [saved, knowledge, place, shop, revision.start, measures],
  );
  const asked = useMemo(() => new Set(askedFields.flatMap(({ id, paths }) => [id, ...paths])), [askedFields]);
  const fields = useMemo(() => {
    const named = new Map<string, NamedField>();
    const add = (field: Field, of: NamedField['of']): void => {
      for (const path of field.paths) named.set(path, { ...field, of });
    };
    for (const group of assumptionGroups(saved, knowledge, measures, new Set(), place))
      for (const field of group.fields)
        add(field, group.about === 'whole' || group.about === 'rules' ? undefined : group.label);
    for (const { key } of revision.places)
      for (const { fields: each } of questionsFor(tried, knowledge, key, undefined, revision.start))
        for (const field of each) add(field, nameOf(saved, key));
    for (const measure of measures)
      for (const field of plannedFields(measure, tried, saved, knowledge.kinds)) add(field, measure.label);
    return named;
  }, [saved, tried, knowledge, measures, place, revision.places, revision.start]);

  const name = nameOf(saved, place)[language];
  return (
    <VillageContext value={village}>
      <section className={styles.panel} aria-labelledby="village">
        <h2 id="village">
          <bdi>{name}</bdi>
        </h2>
        <Choice
          places={revision.places.map(({ key, label }) => ({ key, name: label[language] }))}
          shops={shops.map(({ key, label }) => ({ key, name: label[language] }))}
          place={place}
          shop={shop}
          onChoose={setChosen}
        />
        <VillageFacts />
        <KnowingMore />
        <QuestionsForm />
        <MoreAssumptions asked={asked} error={lacking} tryAgain={tryAgain} />
        <ChangeList fields={fields} />
        <SaveForm isOpen={isSaving} onOpen={setSaving} />
        <ShareLink />
        <RevisionHistory />
        <div className={`${styles.bar} unprinted`}>
          <ChangeCount />
          <button type="button" className={styles.plain} disabled={work.undo === undefined} onClick={work.undo}>
            {said.undo}
          </button>
          <button type="button" className={styles.plain} disabled={work.redo === undefined} onClick={work.redo}>
            {said.redo}
          </button>
          <button
            type="button"
            className={styles.plain}
            disabled={changes.length === 0}
            onClick={() => {
              setSaving(true);
              toHeading('save');
            }}
          >
            {said.save}
          </button>
        </div>
      </section>
    </VillageContext>
  );
}

/** How much is tried, or that it has just been saved; leads to the list. */
function ChangeCount() {
  const said = useWords(words);
  const { revision, changes } = useWork();
  const saved = useQueryClient().getQueryData<string>(justSaved) === revision.id;
  const button = useRef<HTMLButtonElement>(null);
  // The form that was sent is gone with what it held: the keyboard goes to what says how it went.
  useEffect(() => {
    if (saved) button.current?.focus({ preventScroll: true });
  }, [saved]);
  return (
    <button
      ref={button}
      type="button"
      className={`${styles.plain} ${styles.count}`}
      onClick={() => toHeading('changes')}
    >
      {changes.length > 0 ? said.changesCount(changes.length) : saved ? said.saved(revision.number) : said.noneYet}
    </button>
  );
}

/** No link: the fragment of the address holds what is tried. */
function toHeading(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

/** The place that is open at first: the first with a shop, otherwise the first. */
function firstPlace({
  places,
  shops,
}: {
  readonly places: readonly { readonly key: string }[];
  readonly shops: readonly { readonly place: string | null }[];
}): string {
  const withShop = places.find(({ key }) => shops.some(({ place }) => place === key));
  return (withShop ?? places[0])?.key ?? '';
}

type Named = { readonly key: string; readonly name: string };

/** Which place and shop the questions are about, where there is more than one. */
function Choice({
  places,
  shops,
  place,
  shop,
  onChoose,
}: {
  readonly places: readonly Named[];
  readonly shops: readonly Named[];
  readonly place: string;
  readonly shop: string | undefined;
  readonly onChoose: (chosen: { readonly place?: string; readonly shop?: string }) => void;
}) {
  const said = useWords(words);
  const id = useId();
  if (places.length < 2 && shops.length < 2) return null;
  return (
    <div className={styles.choice}>
      {places.length < 2 ? null : (
        <div>
          <label htmlFor={`${id}-place`}>{said.place}</label>
          <select
            id={`${id}-place`}
            className={`field ${styles.wide}`}
            value={place}
            onChange={({ target }) => onChoose({ place: target.value })}
          >
            {places.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      {shops.length < 2 ? null : (
        <div>
          <label htmlFor={`${id}-shop`}>{said.shopChosen}</label>
          <select
            id={`${id}-shop`}
            className={`field ${styles.wide}`}
            value={shop}
            onChange={({ target }) => onChoose({ place, shop: target.value })}
          >
            {shops.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  );
}
