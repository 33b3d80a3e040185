import { Component, createRef, type ReactNode } from "react";
import type { CallRow, TodayView } from "#lib/call-list/view.ts";

type Props = {
  view: TodayView;
  /** Whether somebody above the part in sight has still to be looked at. */
  hasOutOfSight: boolean;
  /** Who came in above it. */
  onOutOfSight: (newcomers: readonly CallRow[]) => void;
  children: ReactNode;
};
type AtHand = { readonly leadId: number; readonly top: number };

/**
 * Keeps the row at the reader's hand, under the pointer or else with the focus, where it is on the
 * screen when a reading brings others or takes them away: the list scrolls instead. What the reader
 * does moves rows as it should. (A class, because only its snapshot sees the page before the change.)
 */
export class StillRows extends Component<Props> {
  readonly #list = createRef<HTMLDivElement>();
  readonly #room = createRef<HTMLDivElement>();

  override getSnapshotBeforeUpdate(before: Readonly<Props>): AtHand | null {
    const list = this.#list.current;
    if (!list || before.view.readAt === this.props.view.readAt) return null;
    const name = list.querySelector<HTMLElement>("tr:hover [data-lead]") ?? focusedName(list);
    if (!name || !isInSight(name)) return null;
    return { leadId: Number(name.dataset.lead), top: name.getBoundingClientRect().top };
  }

  override componentDidUpdate(before: Readonly<Props>, _: unknown, atHand: AtHand | null): void {
    const list = this.#list.current;
    const room = this.#room.current;
    if (!list || !room) return;
    const { view, hasOutOfSight, onOutOfSight } = this.props;
    if (before.hasOutOfSight && !hasOutOfSight) room.style.height = "0";
    if (!atHand) return;
    const { leadId, top } = atHand;
    const name = list.querySelector<HTMLElement>(`[data-lead="${leadId}"]`);
    if (!name || placeOf(before.view, leadId) !== placeOf(view, leadId)) return;
    const moved = name.getBoundingClientRect().top - top;
    if (moved === 0) return;
    scrollBy(list, moved);
    const missing = name.getBoundingClientRect().top - top;
    if (missing > 0) {
      room.style.height = `${room.offsetHeight + missing}px`;
      scrollBy(list, missing);
    }
    const known = new Set(before.view.rows.map((row) => row.leadId));
    const newcomers = view.rows.filter((row) => !known.has(row.leadId) && !isRowInSight(list, row.leadId));
    if (newcomers.length > 0) onOutOfSight(newcomers);
  }

  override render() {
    return (
      <div ref={this.#list}>
        {this.props.children}
        <div ref={this.#room} aria-hidden="true" />
      </div>
    );
  }
}

function focusedName(list: HTMLElement): HTMLElement | null {
  const focused = document.activeElement;
  if (!focused || !list.contains(focused)) return null;
  return focused.closest("tr")?.querySelector<HTMLElement>("[data-lead]") ?? null;
}

/** A row that became done, or came up for another reason, moves as it should. */
function placeOf({ rows }: TodayView, leadId: number): string | null {
  const row = rows.find((each) => each.leadId === leadId);
  return row ? `${row.section} ${row.done === null}` : null;
}

function isRowInSight(list: HTMLElement, leadId: number): boolean {
  const name = list.querySelector<HTMLElement>(`[data-lead="${leadId}"]`);
  return name !== null && isInSight(name);
}

function isInSight(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const frame = scrollerOf(element).getBoundingClientRect();
  return top >= Math.max(0, frame.top) && bottom <= Math.min(window.innerHeight, frame.bottom);
}

function scrollBy(element: HTMLElement, top: number): void {
  scrollerOf(element).scrollBy({ top, behavior: "instant" });
}

/** What scrolls the list: its column beside the lead in hand, or else the page. */
function scrollerOf(element: HTMLElement): Element {
  const column = element.closest<HTMLElement>("[data-scrolls]");
  if (column && getComputedStyle(column).overflowY === "auto") return column;
  return document.documentElement;
}
