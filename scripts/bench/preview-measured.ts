import { chromium, type Locator, type Page } from "@playwright/test";
import { findChromium } from "#scripts/run/chromium.ts";

/**
 * Points, half-lives, caps, the mix and thresholds are dragged there and back, a step every 16 ms or so, each of a point, day or per cent at least,
 * as nothing is painted for a step that changes nothing: in pixels of their scales.
 */
const RULER = { pixels: 2, steps: 30 };
const DAYS = { pixels: 3, steps: 30 };
const SHARES = { pixels: 4, steps: 20 };
const CAPS = { pixels: 5, steps: 20 };
/** A threshold stops at the next one. */
const LINE = { pixels: 5, steps: 12 };
const STEP_MS = 16;
/** Before a hand takes what it has opened. */
const PAUSE_MS = 500;
const DRAGS = 3;
const LONGEST_MEASURE_MS = 300_000;
const MIB = 2 ** 20;
const ARGS = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"];

export type PreviewFigures = {
  /** From a movement of the hand to the matrix painted. */
  readonly dragP95Ms: number;
  /** The longest frame while dragging. */
  readonly dragMaxMs: number;
  /** As `dragP95Ms`, of a half-life; of the cap of a group; of the mix of both axes. */
  readonly halfLifeP95Ms: number;
  readonly capP95Ms: number;
  readonly mixP95Ms: number;
  /** From the address to the first live matrix. */
  readonly openMs: number;
  readonly transferMiB: number;
};

/** Opens the draft in a browser that has been there before, and drags. */
export async function measurePreview(web: {
  readonly address: string;
  readonly cookie: string;
  readonly untilMeasured: () => Promise<void>;
}): Promise<PreviewFigures> {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ARGS });
  try {
    const page = await openPage(web, await browser.newContext({ viewport: { width: 1440, height: 900 } }));
    await page.goto(`${web.address}/model`);
    await painted(page);
    // The page goes on asking for what is still being measured of the past.
    await page.waitForLoadState("networkidle", { timeout: LONGEST_MEASURE_MS });
    await web.untilMeasured();
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    let bytes = 0;
    session.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(`${web.address}/model`);
    const openMs = await painted(page);
    await page.waitForLoadState("networkidle");
    const transferMiB = bytes / MIB;
    const weights = await noted(page, dragWeights);
    // Of the first criterion, behind its name.
    const fading = page.locator("li[id^=place-]").first();
    await fading.getByRole("button").first().click();
    await page.waitForTimeout(PAUSE_MS);
    const halfLife = await noted(page, () => drag(page, fading.locator("[data-mark]").nth(1), DAYS));
    // Behind the name of a group, above its criteria.
    const group = page.locator("section[id^=place-]").first();
    await group.getByRole("button").first().click();
    await page.waitForTimeout(PAUSE_MS);
    const cap = await noted(page, () => drag(page, group.locator("[data-mark]").first(), CAPS));
    const mix = await noted(page, () => drag(page, page.locator("fieldset [data-mark]").first(), SHARES));
    const all = [weights, halfLife, cap, mix];
    return {
      dragP95Ms: rounded(quantile(weights.latencies, 0.95)),
      dragMaxMs: rounded(Math.max(...all.flatMap(({ frames }) => frames))),
      halfLifeP95Ms: rounded(quantile(halfLife.latencies, 0.95)),
      capP95Ms: rounded(quantile(cap.latencies, 0.95)),
      mixP95Ms: rounded(quantile(mix.latencies, 0.95)),
      openMs: Math.round(openMs),
      transferMiB: Number(transferMiB.toFixed(2)),
    };
  } finally {
    await browser.close();
  }
}

type Context = Awaited<ReturnType<Awaited<ReturnType<typeof chromium.launch>>["newContext"]>>;
type Marks = { firstPaint: number | null; latencies: number[]; frames: number[]; isDragging: boolean };
declare const window: Window & { marks: Marks };

async function openPage({ address, cookie }: { address: string; cookie: string }, context: Context): Promise<Page> {
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: address }]);
  const page = await context.newPage();
  await page.addInitScript(watchPaints);
  return page;
}

/** Runs in the page: notes when the dots of the matrix were painted, and from which movement on they waited for it. */
function watchPaints(): void {
  const marks: Marks = { firstPaint: null, latencies: [], frames: [], isDragging: false };
  window.marks = marks;
  let since: number | null = null;
  let lastFrame = 0;
  addEventListener(
    "pointermove",
    ({ timeStamp, buttons }) => {
      if (marks.isDragging && buttons === 1) since ??= timeStamp;
    },
    { capture: true },
  );
  const afterPaint = (tell: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = tell;
      port2.postMessage(null);
    });
  const put = CanvasRenderingContext2D.prototype.putImageData;
  CanvasRenderingContext2D.prototype.putImageData = function putAndNote(
    this: CanvasRenderingContext2D,
    ...args: unknown[]
  ) {
    Reflect.apply(put, this, args);
    const waited = since;
    since = null;
    afterPaint(() => {
      marks.firstPaint ??= performance.now();
      if (waited !== null) marks.latencies.push(performance.now() - waited);
    });
  };
  const frame = (at: number) => {
    if (marks.isDragging && lastFrame > 0) marks.frames.push(at - lastFrame);
    lastFrame = at;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** When the first live matrix was painted, in milliseconds since the page was asked for. */
async function painted(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => window.marks.firstPaint);
  return Number(await handle.jsonValue());
}

/** What the page notes while something is dragged in it. */
async function noted(page: Page, work: (page: Page) => Promise<void>): Promise<Pick<Marks, "latencies" | "frames">> {
  await page.evaluate(() => Object.assign(window.marks, { latencies: [], frames: [], isDragging: true }));
  await work(page);
  return page.evaluate(() => {
    window.marks.isDragging = false;
    return window.marks;
  });
}

async function dragWeights(page: Page): Promise<void> {
  const rulers = page.locator("[data-mark]");
  const lines = page.locator("section[aria-labelledby=live-matrix] label");
  for (let number = 0; number < DRAGS; number++) {
    await drag(page, rulers.nth(number * 2), RULER);
    await drag(page, lines.nth(number), LINE);
  }
}

async function drag(page: Page, handle: Locator, { pixels, steps }: typeof RULER): Promise<void> {
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  if (!box) throw new Error("There is nothing to drag.");
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= 2 * steps; step++) {
    await page.mouse.move(from.x - (steps - Math.abs(steps - step)) * pixels, from.y);
    await page.waitForTimeout(STEP_MS);
  }
  await page.mouse.up();
}

function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error("Nothing was painted while dragging.");
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)] ?? 0;
}

function rounded(ms: number): number {
  return Number(ms.toFixed(1));
}
