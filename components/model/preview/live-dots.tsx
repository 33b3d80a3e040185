"use client";

import { useEffect, useLayoutEffect, useRef } from "react";
import { tokenColor, watchTheme } from "#components/charts/token-color.ts";
import { LeadPainter, type Plot, type PreviewView } from "./paint-leads.ts";
import type { Moved } from "./use-preview.ts";

type Props = { moved: Moved; view: PreviewView; thresholds: Plot["thresholds"] };

/** The leads as dots, painted anew with every step of a hand. What they say stands in the cells as numbers. */
export function LiveDots({ moved, view, thresholds }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  const latest = useRef({ moved, view, thresholds });
  const painter = useRef<LeadPainter | null>(null);
  useLayoutEffect(() => {
    latest.current = { moved, view, thresholds };
    if (ref.current) painter.current = paint(ref.current, latest.current, painter.current);
  }, [moved, view, thresholds]);
  useEffect(() => {
    const canvas = ref.current;
    if (!canvas) return;
    const paintAnew = () => {
      painter.current = paint(canvas, latest.current, null);
    };
    const resized = new ResizeObserver(paintAnew);
    resized.observe(canvas);
    const stopWatching = watchTheme(paintAnew);
    return () => {
      resized.disconnect();
      stopWatching();
    };
  }, []);
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 z-1">
      <canvas ref={ref} className="size-full" />
    </div>
  );
}

/** `known`: from the painting before; null to ask for size and colours anew. Gives what it used, null without room to paint. */
function paint(
  canvas: HTMLCanvasElement,
  { moved: { before, after }, view, thresholds }: Props,
  known: LeadPainter | null,
): LeadPainter | null {
  const painter = known ?? preparePainter(canvas);
  painter?.paint({ before, after, view, thresholds });
  if (painter) canvas.getContext("2d")?.putImageData(painter.image, 0, 0);
  return painter;
}

function preparePainter(canvas: HTMLCanvasElement): LeadPainter | null {
  const ratio = window.devicePixelRatio || 1;
  const width = Math.round(canvas.clientWidth * ratio);
  const height = Math.round(canvas.clientHeight * ratio);
  if (width === 0 || height === 0) return null;
  canvas.width = width;
  canvas.height = height;
  const ink = { stays: rgbOf(canvas, "--ink"), moves: rgbOf(canvas, "--accent") };
  return new LeadPainter(new ImageData(width, height), ink, ratio);
}

/** A colour as the canvas mixes it, whatever notation the style sheet uses. */
function rgbOf(canvas: HTMLCanvasElement, token: `--${string}`): readonly [number, number, number] {
  const probe = new OffscreenCanvas(1, 1).getContext("2d");
  if (!probe) return [0, 0, 0];
  probe.fillStyle = tokenColor(canvas, token);
  probe.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = probe.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}
