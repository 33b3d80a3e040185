"use client";

import { Fragment, type ReactNode, useState } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

type Props = {
  title: string;
  closeLabel: string;
  openLabel: string;
  /** `again` empties it for another one. */
  children: (again: () => void) => ReactNode;
};

/** A dialog in which something new is made: it begins anew each time it is opened. */
export function FreshDialog({ title, closeLabel, openLabel, children }: Props) {
  const [round, setRound] = useState(0);
  const again = () => setRound((count) => count + 1);
  return (
    <Dialog
      title={title}
      closeLabel={closeLabel}
      trigger={<Button kind="act">{openLabel}</Button>}
      onOpenChange={(isOpen) => isOpen && again()}
    >
      <Fragment key={round}>{children(again)}</Fragment>
    </Dialog>
  );
}
