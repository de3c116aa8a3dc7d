import { pageFont, savedFont } from './page-font.ts';
import { textLines } from './text-lines.ts';

/** What of the page's style a saved picture takes along, since it leaves the page's style sheets behind. */
const kept = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
] as const;

const fonts = `"${savedFont}", "Source Sans 3", "Source Sans Pro", "Segoe UI", Helvetica, Arial, sans-serif`;
const namespace = 'http://www.w3.org/2000/svg';
const border = 16;
const titleSize = 16;
const noteSize = 12;
/** Pixels of the picture for each of the drawing: sharp on paper at the width of a column. */
const sharpness = 3;

/** What is written over and under a saved plot, which stands alone. */
export type PlotText = { readonly title: string; readonly note: string };

/**
 * Saves a plot as an SVG file: colours as they are on paper, text as text.
 *
 * @param drawing - the plot on the page
 * @param name - of the file, without ending
 */
export async function saveAsSvg(drawing: SVGSVGElement, text: PlotText, name: string): Promise<void> {
  const { file } = standAlone(drawing, text, await pageFont());
  save(file, `${name}.svg`);
}

/**
 * Saves a plot as a PNG file.
 *
 * @throws {Error} if the browser cannot draw it
 */
export async function saveAsPng(drawing: SVGSVGElement, text: PlotText, name: string): Promise<void> {
  const { file, width, height, paper } = standAlone(drawing, text, await pageFont());
  const address = URL.createObjectURL(file);
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * sharpness;
    canvas.height = height * sharpness;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('This browser draws no pictures');
    context.fillStyle = paper;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (picture === null) throw new Error('This browser saves no pictures');
    save(picture, `${name}.png`);
  } finally {
    URL.revokeObjectURL(address);
  }
}

type StandAlone = { readonly file: Blob; readonly width: number; readonly height: number; readonly paper: string };

function standAlone(drawing: SVGSVGElement, { title, note }: PlotText, font: string): StandAlone {
  return inLightColours(() => {
    const { width: drawnWidth, height: drawnHeight } = drawing.viewBox.baseVal;
    const width = drawnWidth + 2 * border;
    const titles = textLines(title, titleSize, drawnWidth, 3);
    const notes = note === '' ? [] : textLines(note, noteSize, drawnWidth, 4);
    const above = border + titles.length * titleSize * 1.3 + 6;
    const height = Math.ceil(above + drawnHeight + notes.length * noteSize * 1.4 + border);
    const page = getComputedStyle(document.documentElement);
    const ink = page.getPropertyValue('--ink').trim();
    const paper = page.getPropertyValue('--paper').trim();

    const copy = drawing.cloneNode(true) as SVGSVGElement;
    takeStyle(drawing, copy);
    copy.querySelectorAll('[data-unsaved]').forEach((each) => {
      each.remove();
    });
    const own = getComputedStyle(drawing);
    const plot = svg('g', {
      transform: `translate(${border} ${above})`,
      ...Object.fromEntries(kept.map((name) => [name, own.getPropertyValue(name)])),
    });
    plot.append(...copy.childNodes);

    const whole = svg('svg', {
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': fonts,
      role: 'img',
    });
    const name = svg('title', {});
    name.textContent = title;
    const style = svg('style', {});
    style.textContent = `${font}text{font-variant-numeric:tabular-nums}`;
    whole.append(name, style, svg('rect', { width, height, fill: paper }));
    titles.forEach((line, index) => {
      whole.append(written(line, border, border + (index + 0.8) * titleSize * 1.3, titleSize, ink, '600'));
    });
    whole.append(plot);
    notes.forEach((line, index) => {
      whole.append(written(line, border, above + drawnHeight + (index + 1) * noteSize * 1.4, noteSize, ink, '400'));
    });
    const file = new Blob([new XMLSerializer().serializeToString(whole)], { type: 'image/svg+xml;charset=utf-8' });
    return { file, width, height, paper };
  });
}

/** Does something in the colours of paper; nothing is painted in between. */
function inLightColours<T>(work: () => T): T {
  const { dataset } = document.documentElement;
  const before = dataset['mode'];
  dataset['mode'] = 'light';
  try {
    return work();
  } finally {
    if (before === undefined) delete dataset['mode'];
    else dataset['mode'] = before;
  }
}

function takeStyle(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of kept) {
    const value = style.getPropertyValue(name);
    if (value !== '' && isOwn(from, name, value)) to.setAttribute(name, value);
  }
  to.removeAttribute('class');
  to.removeAttribute('style');
  keepLength(from, to);
  for (let index = 0; index < from.children.length; index++)
    takeStyle(from.children[index] as Element, to.children[index] as Element);
}

/** Text stays as long as it is on the page, should other letters be used: nothing is cut or covered. */
function keepLength(from: Element, to: Element): void {
  if (!(from instanceof SVGTextContentElement)) return;
  const isPlaced = [...from.children].some((each) => each.hasAttribute('x'));
  const isInside = from.tagName === 'tspan' && !from.hasAttribute('x');
  if (isPlaced || isInside) return;
  to.setAttribute('textLength', from.getComputedTextLength().toFixed(1));
  to.setAttribute('lengthAdjust', 'spacingAndGlyphs');
}

/** Whether an element has a value that it would not have by itself, so that files stay small. */
function isOwn(element: Element, name: string, value: string): boolean {
  if (element.parentElement === null) return true;
  const isInherited = name !== 'opacity';
  if (!isInherited) return value !== '1';
  return getComputedStyle(element.parentElement).getPropertyValue(name) !== value || element.hasAttribute(name);
}

function svg(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(namespace, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

function written(text: string, x: number, y: number, size: number, fill: string, weight: string): SVGElement {
  const element = svg('text', { x, y, fill, 'font-size': size, 'font-weight': weight });
  element.textContent = text;
  return element;
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has to open it first.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
