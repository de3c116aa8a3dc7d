/** The name the page's letters have in a saved picture. */
export const savedFont = 'Bygdekalkyl';

let made: Promise<string> | undefined;

/**
 * The page's letters as a style that a picture takes along, so that it looks the same everywhere; empty where they cannot be
 * had, and then the reader's own letters do.
 */
export async function pageFont(): Promise<string> {
  made ??= makeFont();
  return await made;
}

async function makeFont(): Promise<string> {
  const address = fontAddress();
  if (address === undefined) return '';
  try {
    const response = await fetch(address);
    if (!response.ok) return '';
    const data = await asDataAddress(await response.blob());
    return `@font-face{font-family:"${savedFont}";font-weight:200 900;src:url(${data}) format("woff2")}`;
  } catch {
    made = undefined;
    return '';
  }
}

/** Where the page has the file with Latin letters, å, ä and ö among them. */
function fontAddress(): string | undefined {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule) || !/U\+0{1,4}-0*FF\b/i.test(rule.style.getPropertyValue('unicode-range')))
        continue;
      const [, path] = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src')) ?? [];
      if (path !== undefined) return new URL(path, sheet.href ?? document.baseURI).href;
    }
  }
  return undefined;
}

async function asDataAddress(file: Blob): Promise<string> {
  return await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('The font was not read'));
    reader.readAsDataURL(file);
  });
}
