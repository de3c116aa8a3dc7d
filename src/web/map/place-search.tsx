import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  ComboBox,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Text,
} from 'react-aria-components';
import { ask } from '../api/ask.ts';
import { type PlacePartsFragment, PlacesDocument } from '../generated/graphql.ts';
import { useNumbers } from '../words/use-numbers.ts';
import { useSettled } from '../work/use-settled.ts';
import styles from './place-search.module.css';

/** Something else than a place that the search may find. */
export type OtherFound = { readonly id: string; readonly name: string; readonly about: string };

export type PlaceSearchProps = {
  readonly label: string;
  readonly help?: string | undefined;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onChoose: (place: PlacePartsFragment) => void;
  /** Found beside places, under a heading of its own. */
  readonly others?: readonly OtherFound[] | undefined;
  readonly onChooseOther?: ((id: string) => void) | undefined;
  readonly headings: { readonly places: string; readonly others: string };
  readonly nothingFound: string;
  readonly looking: string;
  /** What is wrong with it. */
  readonly wrong?: string | undefined;
  readonly id?: string | undefined;
  readonly onBlur?: (() => void) | undefined;
};

/** A field that finds places by their names, as they are typed; a name that is not found stays as it was typed. */
export function PlaceSearch(props: PlaceSearchProps) {
  const { text, others = [] } = props;
  const { number } = useNumbers();
  const search = useSettled(text.normalize('NFC').trim(), 250);
  const isAsked = search.length >= 2 && search.length <= 100;
  const asked = useQuery({
    queryKey: ['places', search],
    queryFn: async ({ signal }) => (await ask(PlacesDocument, { filter: { search }, first: 12 }, signal)).places.nodes,
    enabled: isAsked,
  });
  const found = useMemo(() => (isAsked ? (asked.data ?? []).map(({ place }) => place) : []), [isAsked, asked.data]);
  const isNamed = plain(text).length >= 2;
  const otherFound = isNamed ? others.filter(({ name }) => plain(name).includes(plain(text))).slice(0, 8) : [];
  const isLooking = isNamed && (asked.isFetching || search !== text.normalize('NFC').trim());
  return (
    <ComboBox
      className={styles['search'] ?? ''}
      inputValue={text}
      onInputChange={props.onText}
      onChange={(key) => {
        const place = found.find(({ id }) => id === key);
        if (place !== undefined) props.onChoose(place);
        else if (key !== null && otherFound.some(({ id }) => id === key)) props.onChooseOther?.(String(key));
      }}
      isInvalid={props.wrong !== undefined}
      allowsCustomValue
      allowsEmptyCollection={isNamed}
      menuTrigger="input"
      // The service has searched already, and takes «vasterv» for Västervik.
      defaultFilter={() => true}
      onBlur={() => props.onBlur?.()}
      shouldFocusWrap
    >
      <Label className={styles['label'] ?? ''}>{props.label}</Label>
      <Input className="field" id={props.id} autoComplete="off" spellCheck={false} dir="auto" />
      {props.help === undefined ? null : (
        <Text slot="description" className="small soft">
          {props.help}
        </Text>
      )}
      {props.wrong === undefined ? null : (
        <Text slot="errorMessage" className="small wrong">
          {props.wrong}
        </Text>
      )}
      <Popover className={styles['popover'] ?? ''} offset={2}>
        <ListBox
          className={styles['list'] ?? ''}
          renderEmptyState={() => (
            <p className={styles['empty']} role="status">
              {isLooking ? props.looking : props.nothingFound}
            </p>
          )}
        >
          {found.length === 0 ? null : (
            <ListBoxSection id="places">
              <Header className={styles['heading'] ?? ''}>{props.headings.places}</Header>
              {found.map(({ id, name, municipality, population }) => (
                <ListBoxItem key={id} id={id} textValue={name} className={styles['item'] ?? ''}>
                  <span>{name}</span>
                  <span className="small soft">
                    {municipality} · {number(population)}
                  </span>
                </ListBoxItem>
              ))}
            </ListBoxSection>
          )}
          {otherFound.length === 0 ? null : (
            <ListBoxSection id="others">
              <Header className={styles['heading'] ?? ''}>{props.headings.others}</Header>
              {otherFound.map(({ id, name, about }) => (
                <ListBoxItem key={id} id={id} textValue={name} className={styles['item'] ?? ''}>
                  <span>
                    <bdi>{name}</bdi>
                  </span>
                  <span className="small soft">{about}</span>
                </ListBoxItem>
              ))}
            </ListBoxSection>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** Without marks on letters, as the service searches: «almsta» finds Älmsta. */
function plain(text: string): string {
  return text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('sv');
}
