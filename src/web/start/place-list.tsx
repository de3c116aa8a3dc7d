import { useEffect } from 'react';
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import styles from './start.module.css';

/** A place as a line of the list. */
export type PlaceLine = { readonly id: string; readonly name: string; readonly about: string; readonly figure: string };

/** Places to choose from with arrow keys, letters and Enter: what the map does for eyes and pointers. */
export function PlaceList({
  label,
  lines,
  chosen,
  onChoose,
  onPoint,
}: {
  readonly label: string;
  readonly lines: readonly PlaceLine[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly onPoint: (id: string | undefined) => void;
}) {
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 36 }}>
      <ListBox
        className={styles['list'] ?? ''}
        aria-label={label}
        items={lines}
        selectionMode="single"
        selectedKeys={chosen === undefined ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key !== undefined) onChoose(String(key));
        }}
      >
        {({ id, name, about, figure }) => (
          <ListBoxItem id={id} textValue={name} className={styles['line'] ?? ''}>
            {({ isFocused, isHovered }) => (
              <>
                <Pointed id={id} isPointed={isFocused || isHovered} onPoint={onPoint} />
                <span>
                  <bdi>{name}</bdi>
                </span>
                <span className="small soft">{about}</span>
                <span>{figure}</span>
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  );
}

/** Tells the map which line is reached for. */
function Pointed({
  id,
  isPointed,
  onPoint,
}: {
  readonly id: string;
  readonly isPointed: boolean;
  readonly onPoint: (id: string | undefined) => void;
}) {
  useEffect(() => {
    if (!isPointed) return undefined;
    onPoint(id);
    return () => onPoint(undefined);
  }, [id, isPointed, onPoint]);
  return null;
}
