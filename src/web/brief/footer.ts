import { useEffect } from 'react';

/** What stands at the foot of every printed page. */
export type PageFooter = {
  readonly left: string;
  /** Around the page's number: «sida 3 av 12». */
  readonly page: string;
  readonly of: string;
};

/**
 * Sets the foot of every printed page while the brief is open. Margin boxes of a page know no element of ours, so what
 * stands there is a style sheet of its own, made as an object since no style may be written into the page.
 */
export function usePageFooter({ left, page, of }: PageFooter): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(footerStyle({ left, page, of }));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [left, page, of]);
}

/** The foot of a page as a style. */
export function footerStyle({ left, page, of }: PageFooter): string {
  const look = 'font-family: "Source Sans 3 Variable", sans-serif; font-size: 8pt; color: #444444;';
  return `@page {
  @bottom-left { content: ${quoted(left)}; ${look} text-align: left; }
  @bottom-right { content: ${quoted(`${page} `)} counter(page) ${quoted(` ${of} `)} counter(pages); ${look} text-align: right; }
}`;
}

/** A text as a string of CSS: whatever could end it or begin something else is written as its number, which a space ends. */
function quoted(text: string): string {
  const safe = text.replace(
    /[^\p{L}\p{N} .,:·()/-]/gu,
    (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16).padStart(6, '0')} `,
  );
  return `"${safe}"`;
}
