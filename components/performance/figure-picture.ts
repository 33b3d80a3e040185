const SVG = "http://www.w3.org/2000/svg";
const XHTML = "http://www.w3.org/1999/xhtml";
/** Paper around the figure, and dots of the file for each of the page, so that it can be printed. */
const MARGIN = 16;
const DOTS = 2;
/** What the reader's hand is for is in no picture, nor what is folded up. */
const LEFT_OUT = "[data-outside-picture], details:not([open])";
/** A picture does not scroll. */
const SCROLLED = ".overflow-x-auto";
/** What only listeners hear is not either, but a heading that nobody sees keeps its column. */
const UNSEEN = ".sr-only";

/** A figure as it stands on the page, in the colours of its theme, as a PNG file. */
export async function drawPicture(figure: HTMLElement): Promise<Blob> {
  const { box, copy } = laidOut(figure, () => ({
    box: figure.getBoundingClientRect(),
    copy: copyWithStyles(figure),
  }));
  const width = Math.ceil(box.width) + 2 * MARGIN;
  const height = Math.ceil(box.height) + 2 * MARGIN;
  const paper = getComputedStyle(document.body).backgroundColor;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await asSvg(copy, { width, height }))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * DOTS;
  canvas.height = height * DOTS;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("The browser gave no canvas.");
  context.fillStyle = paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The browser made no picture.")))),
  );
}

/** Looks at the figure as it is laid out without what is left out, and wide enough for all of it. */
function laidOut<Seen>(figure: HTMLElement, look: () => Seen): Seen {
  const leftOut = [...figure.querySelectorAll<HTMLElement>(LEFT_OUT)].map((element) => ({
    element,
    display: element.style.display,
  }));
  for (const { element } of leftOut) element.style.display = "none";
  const beyond = [...figure.querySelectorAll(SCROLLED)].map((box) => box.scrollWidth - box.clientWidth);
  const { width } = figure.style;
  figure.style.width = `${figure.offsetWidth + Math.max(0, ...beyond)}px`;
  const seen = look();
  figure.style.width = width;
  for (const { element, display } of leftOut) element.style.display = display;
  return seen;
}

/** A picture stands for itself: every style and every font is in it. */
async function asSvg(copy: Element, { width, height }: { width: number; height: number }): Promise<string> {
  if (copy instanceof HTMLElement) copy.style.margin = `${MARGIN}px`;
  const fonts = document.createElementNS(SVG, "style");
  fonts.textContent = (await usedFonts()).join("\n");
  const frame = document.createElementNS(XHTML, "div");
  frame.append(copy);
  const page = document.createElementNS(SVG, "foreignObject");
  page.setAttribute("width", "100%");
  page.setAttribute("height", "100%");
  page.append(frame);
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height));
  svg.append(fonts, page);
  return new XMLSerializer().serializeToString(svg);
}

function copyWithStyles(element: Element): Element {
  const copy = element.cloneNode(false) as Element;
  if (copy instanceof HTMLElement || copy instanceof SVGElement) {
    const style = getComputedStyle(element);
    for (const property of style) copy.style.setProperty(property, style.getPropertyValue(property));
  }
  if (element.matches(UNSEEN)) return copy;
  for (const child of element.childNodes) {
    if (!(child instanceof Element)) copy.append(child.cloneNode());
    else if (!child.matches(LEFT_OUT)) copy.append(copyWithStyles(child));
  }
  return copy;
}

/** The rules of the fonts that the page has loaded, their files within them. */
async function usedFonts(): Promise<string[]> {
  const loaded = new Set([...document.fonts].filter(({ status }) => status === "loaded").map(nameOfFace));
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule && loaded.has(nameOfRule(rule)));
  return Promise.all(rules.map(withFile));
}

function nameOfFace({ family, style, unicodeRange }: FontFace): string {
  return plainName(family, style, unicodeRange);
}

function nameOfRule({ style }: CSSFontFaceRule): string {
  const of = (property: string) => style.getPropertyValue(property);
  return plainName(of("font-family"), of("font-style") || "normal", of("unicode-range") || "U+0-10FFFF");
}

function plainName(...parts: readonly string[]): string {
  return parts
    .join("|")
    .replaceAll(/["'\s]/g, "")
    .toLowerCase();
}

async function withFile(rule: CSSFontFaceRule): Promise<string> {
  const address = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue("src"))?.[1];
  if (address === undefined) return rule.cssText;
  const answer = await fetch(new URL(address, rule.parentStyleSheet?.href ?? document.baseURI));
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return rule.cssText.replace(/url\("?[^")]+"?\)/, `url("data:font/woff2;base64,${text}")`);
}
