/**
 * The colour that a token has on this element now, as a canvas understands it. Custom properties
 * hold `light-dark(...)` unresolved, so the browser is asked what it makes of it.
 */
export function tokenColor(element: HTMLElement, token: `--${string}`): string {
  const before = element.style.color;
  element.style.color = `var(${token})`;
  const color = getComputedStyle(element).color;
  element.style.color = before;
  return color;
}

/** Calls back whenever the colours of the page change; returns how to stop. */
export function watchTheme(onChange: () => void): () => void {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const attribute = new MutationObserver(onChange);
  attribute.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  system.addEventListener("change", onChange);
  return () => {
    attribute.disconnect();
    system.removeEventListener("change", onChange);
  };
}
