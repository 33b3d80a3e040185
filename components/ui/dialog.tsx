"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactElement, ReactNode, RefObject } from "react";

type Props = {
  title: string;
  /** The word on the way out. */
  closeLabel: string;
  /** The button that opens it, when it has one of its own. */
  trigger?: ReactElement | undefined;
  /** What takes the first key; the way out, unless it is given. */
  initialFocus?: RefObject<HTMLElement | null>;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  children: ReactNode;
};

/** A sheet over the page for one thing to decide. */
export function Dialog({ title, closeLabel, trigger, initialFocus, isOpen, onOpenChange, children }: Props) {
  return (
    <Base.Root open={isOpen} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Base.Popup
          initialFocus={initialFocus}
          className="fixed top-[10dvh] left-1/2 z-50 max-h-[80dvh] w-[min(480px,calc(100vw-32px))] -translate-x-1/2 overflow-y-auto border border-rule-3 bg-sheet p-6 outline-none"
        >
          <div className="flex items-start justify-between gap-4">
            <Base.Title className="type-title">{title}</Base.Title>
            <Base.Close
              aria-label={closeLabel}
              className="-mt-1 -mr-2 flex size-8 items-center justify-center text-ink-2 hover:text-ink"
            >
              <svg viewBox="0 0 12 12" aria-hidden="true" className="size-3 stroke-current [stroke-width:1.25]">
                <path d="M1 1 11 11 M11 1 1 11" />
              </svg>
            </Base.Close>
          </div>
          <div className="mt-3">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
