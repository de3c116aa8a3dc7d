import { useEffect, useState } from 'react';
import { useLanguage, useWords } from '../words/language.tsx';
import { goTo, linkTo, useAddress, type View } from '../work/address.ts';
import styles from './header.module.css';
import { words } from './words.ts';

type Mode = 'system' | 'light' | 'dark';

/** What is above every view: where one is, the other language, light or dark. */
export function Header() {
  const { view, scenario, revision } = useAddress();
  const said = useWords(words);
  const language = useLanguage();
  const other = language === 'sv' ? 'en' : 'sv';
  const isOpen = scenario !== undefined || revision !== undefined;
  const views: readonly View[] = isOpen ? ['start', 'compare', 'brief'] : ['start'];
  const names = { start: said.start, new: said.start, compare: said.compare, brief: said.brief };
  const link = (to: Parameters<typeof goTo>[0]) => ({
    href: `${linkTo(to)}${window.location.hash}`,
    onClick: (event: React.MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      goTo(to);
    },
  });
  return (
    <header className={styles.header}>
      {/* biome-ignore lint/a11y/useValidAnchor: it leads to a part of the page, and says so to who listens */}
      <a className={styles.skip} href="#content" onClick={toContent}>
        {said.toMain}
      </a>
      <a className={styles.name} {...link({ view: 'start', why: undefined })}>
        {said.name}
      </a>
      <nav aria-label={said.views} className={styles.views}>
        {views.map((each) => (
          <a key={each} aria-current={each === view ? 'page' : undefined} {...link({ view: each, why: undefined })}>
            {names[each]}
          </a>
        ))}
      </nav>
      <div className={styles.settings}>
        <ModeChoice />
        <a lang={other} hrefLang={other} {...link({ language: other })}>
          {said.language}
        </a>
      </div>
    </header>
  );
}

/** Goes past the header without the address: its fragment holds what is tried. */
function toContent(event: React.MouseEvent): void {
  event.preventDefault();
  const content = document.getElementById('content');
  if (content === null) return;
  content.tabIndex = -1;
  content.focus();
}

function ModeChoice() {
  const said = useWords(words);
  const [mode, setMode] = useState<Mode>(() => readMode(localStorage.getItem('mode')));
  useEffect(() => {
    if (mode === 'system') delete document.documentElement.dataset['mode'];
    else document.documentElement.dataset['mode'] = mode;
    localStorage.setItem('mode', mode);
  }, [mode]);
  return (
    <label>
      <span className="unseen">{said.mode}</span>
      <select className={styles.mode} value={mode} onChange={(event) => setMode(readMode(event.target.value))}>
        <option value="system">{said.system}</option>
        <option value="light">{said.light}</option>
        <option value="dark">{said.dark}</option>
      </select>
    </label>
  );
}

function readMode(text: string | null): Mode {
  return text === 'light' || text === 'dark' ? text : 'system';
}
