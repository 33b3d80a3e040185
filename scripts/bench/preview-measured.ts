import { chromium, type Locator, type Page } from "@playwright/test";
import { findChromium } from "#scripts/run/chromium.ts";

/**
 * How far each step goes, in pixels: a point, a day or a per cent at least, as nothing is painted for a step that changes
 * nothing. There and back.
 */
type Steps = { readonly pixels: number; readonly steps: number };
const POINTS: Steps = { pixels: 2, steps: 30 };
const DAYS: Steps = { pixels: 3, steps: 30 };
const SHARES: Steps = { pixels: 4, steps: 20 };
const CAPS: Steps = { pixels: 5, steps: 20 };
/** A threshold stops at the next one. */
const THRESHOLDS: Steps = { pixels: 7, steps: 10 };
/** Between two steps: from one to two frames, so that steps fall anywhere within a frame, as those of a hand do. */
const STEP_MS = 16.7;
const GOLDEN = 0.618;
/** Before a hand takes what it has opened. */
const PAUSE_MS = 500;
const LONGEST_MEASURE_MS = 300_000;
const MIB = 2 ** 20;
const ARGS = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"];

export type PreviewFigures = {
  /** From a movement of the hand to the matrix painted, whatever is dragged. */
  readonly dragP95Ms: number;
  /** The longest frame while dragging. */
  readonly dragMaxMs: number;
  /** As `dragP95Ms`, of points; of lines in the matrix; of a half-life; of the cap of a group; of the mix of both axes. */
  readonly pointsP95Ms: number;
  readonly thresholdP95Ms: number;
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
    const rulers = page.locator("[data-mark]");
    // Each taken at its number, where no other line crosses it.
    const lines = page.locator("section[aria-labelledby=live-matrix] label > span:last-of-type");
    const points = await dragged(page, [rulers.nth(0), rulers.nth(2), rulers.nth(4)], POINTS);
    const threshold = await dragged(page, [lines.nth(1), lines.nth(2)], THRESHOLDS);
    // Of the first criterion, behind its name.
    const fading = page.locator("li[id^=place-]").first();
    await fading.getByRole("button").first().click();
    await page.waitForTimeout(PAUSE_MS);
    const halfLife = await dragged(page, [fading.locator("[data-mark]").nth(1)], DAYS);
    // Behind the name of a group, above its criteria.
    const group = page.locator("section[id^=place-]").first();
    await group.getByRole("button").first().click();
    await page.waitForTimeout(PAUSE_MS);
    const cap = await dragged(page, [group.locator("[data-mark]").first()], CAPS);
    const mix = await dragged(page, [page.locator("fieldset [data-mark]").first()], SHARES);
    const all = [points, threshold, halfLife, cap, mix];
    return {
      dragP95Ms: p95(all.flatMap(({ latencies }) => latencies)),
      dragMaxMs: rounded(Math.max(...all.flatMap(({ frames }) => frames))),
      pointsP95Ms: p95(points.latencies),
      thresholdP95Ms: p95(threshold.latencies),
      halfLifeP95Ms: p95(halfLife.latencies),
      capP95Ms: p95(cap.latencies),
      mixP95Ms: p95(mix.latencies),
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
  let newest = 0;
  let lastFrame = 0;
  // A browser tells of a movement at once and again when the next frame begins.
  const note = (event: Event) => {
    if (!(event instanceof PointerEvent) || !marks.isDragging || event.buttons !== 1) return;
    if (event.timeStamp <= newest) return;
    newest = event.timeStamp;
    since ??= newest;
  };
  addEventListener("pointerrawupdate", note, { capture: true });
  addEventListener("pointermove", note, { capture: true });
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

type Noted = Pick<Marks, "latencies" | "frames">;

/** What the page notes while one after the other is dragged in it. */
async function dragged(page: Page, handles: readonly Locator[], how: Steps): Promise<Noted> {
  await page.evaluate(() => Object.assign(window.marks, { latencies: [], frames: [], isDragging: true }));
  for (const handle of handles) await drag(page, handle, how);
  const { latencies, frames } = await page.evaluate(() => {
    window.marks.isDragging = false;
    return window.marks;
  });
  // There and back, of which two may fall into one frame.
  const least = handles.length * how.steps;
  if (latencies.length < least) throw new Error(`Of ${2 * least} steps ${latencies.length} were painted.`);
  return { latencies, frames };
}

async function drag(page: Page, handle: Locator, { pixels, steps }: Steps): Promise<void> {
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  if (!box) throw new Error("There is nothing to drag.");
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= 2 * steps; step++) {
    await page.mouse.move(from.x - (steps - Math.abs(steps - step)) * pixels, from.y);
    await page.waitForTimeout(STEP_MS * (1 + ((step * GOLDEN) % 1)));
  }
  await page.mouse.up();
}

function p95(values: readonly number[]): number {
  return rounded(values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0);
}

function rounded(ms: number): number {
  return Number(ms.toFixed(1));
}
