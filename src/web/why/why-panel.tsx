import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useWords } from '../words/language.tsx';
import { goTo, useAddress } from '../work/address.ts';
import type { Figure } from './door.tsx';
import { before, isAt, type Trail, trailFrom, walkOn } from './trail.ts';
import { useNarrow } from './use-narrow.ts';
import styles from './why.module.css';
import { WhyContent } from './why-content.tsx';
import { words } from './words.ts';

/**
 * «Varför?»: how the number of the address came about. It stands beside the view, or over it where there is no room; nothing
 * while none is asked about.
 */
export function WhyPanel() {
  const { why, whyOf, whyView } = useAddress();
  const isOpen = why !== undefined;
  const opener = useRef<HTMLElement>(undefined);
  useEffect(() => {
    if (!isOpen) return undefined;
    const door = document.querySelector<HTMLElement>('.door[aria-expanded="true"]');
    opener.current = door ?? (document.activeElement instanceof HTMLElement ? document.activeElement : undefined);
    return () => {
      // Back to where somebody came from, unless they have gone on already.
      const stands = document.activeElement;
      if (stands === null || stands === document.body || !stands.isConnected) opener.current?.focus();
    };
  }, [isOpen]);
  if (why === undefined) return null;
  return <OpenPanel figure={{ what: why, alternative: whyOf, view: whyView }} />;
}

/** Scrolls what the panel stands in to its beginning, and nothing else. */
function scrollToTop(panel: HTMLElement | null): void {
  for (let at = panel; at !== null && at !== document.body; at = at.parentElement) {
    if (['auto', 'scroll'].includes(getComputedStyle(at).overflowY)) at.scrollTop = 0;
  }
}

function close(): void {
  flushSync(() => goTo({ why: undefined, whyOf: undefined, whyView: undefined }));
}

function OpenPanel({ figure }: { readonly figure: Figure }) {
  const said = useWords(words);
  const isNarrow = useNarrow();
  const panel = useRef<HTMLElement>(null);
  const [isFromWithin, setFromWithin] = useState(false);
  const [trail, setTrail] = useState<Trail>(() => trailFrom(figure));
  if (!isAt(trail, figure)) {
    setTrail(walkOn(trail, figure, isFromWithin));
    setFromWithin(false);
  }
  const { what, alternative, view } = figure;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another figure is opened, it is read from its heading on
  useEffect(() => {
    scrollToTop(panel.current);
    panel.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }, [what, alternative, view]);
  useEscape();
  useCover(isNarrow);

  const onEdit = useCallback(
    (then: () => boolean): boolean => {
      if (isNarrow) close();
      return then();
    },
    [isNarrow],
  );
  const keepWithin = (event: KeyboardEvent): void => {
    if (!isNarrow || event.key !== 'Tab') return;
    const all = [...(panel.current?.querySelectorAll<HTMLElement>('button, a[href], summary, [tabindex="0"]') ?? [])];
    const reachable = all.filter((each) => each.checkVisibility());
    const edge = event.shiftKey ? reachable[0] : reachable.at(-1);
    const isAtEdge = document.activeElement === edge || (event.shiftKey && document.activeElement?.tagName === 'H2');
    if (!isAtEdge) return;
    event.preventDefault();
    (event.shiftKey ? reachable.at(-1) : reachable[0])?.focus();
  };
  const Box = isNarrow ? 'div' : 'aside';
  return (
    <Box
      ref={(box: HTMLElement | null) => {
        panel.current = box;
      }}
      className={`${styles.panel} unprinted`}
      aria-labelledby="why-heading"
      {...(isNarrow ? { role: 'dialog', 'aria-modal': true } : {})}
      onKeyDown={keepWithin}
      onClickCapture={(event) => {
        if (event.target instanceof Element && event.target.closest('.door') !== null) setFromWithin(true);
      }}
    >
      <div className={styles.bar}>
        <span className="soft">{said.why}</span>
        <button type="button" className="button" aria-label={said.closeAll} onClick={close}>
          {said.close}
        </button>
      </div>
      <WhyContent figure={figure} way={before(trail)} onEdit={onEdit} />
    </Box>
  );
}

/** Escape closes, unless something that is open above the panel takes it. */
function useEscape(): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      const { target } = event;
      if (
        target instanceof Element &&
        target.closest('dialog, [role="listbox"], [aria-expanded="true"][role="combobox"]')
      )
        return;
      close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** Keeps the page behind a sheet from scrolling. */
function useCover(isNarrow: boolean): void {
  useEffect(() => {
    if (!isNarrow) return undefined;
    document.documentElement.style.overflow = 'hidden';
    return () => {
      document.documentElement.style.overflow = '';
    };
  }, [isNarrow]);
}
