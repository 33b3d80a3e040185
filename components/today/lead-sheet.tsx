import { Dialog } from "@base-ui/react/dialog";
import type { ReactNode } from "react";

type Props = {
  titleId: string;
  closeLabel: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  children: ReactNode;
};

/** The panel from below, named by its own heading, where there is no room beside the list. */
export function LeadSheet({ titleId, closeLabel, isOpen, onOpenChange, children }: Props) {
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Dialog.Popup
          aria-labelledby={titleId}
          className="fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[88dvh] max-w-[560px] flex-col border-rule-3 border-t bg-sheet outline-none sm:border-x"
        >
          <Dialog.Close
            aria-label={closeLabel}
            className="flex h-7 flex-none items-center justify-center -outline-offset-2"
          >
            <span className="h-[3px] w-9 rounded-sm bg-rule-2" />
          </Dialog.Close>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
