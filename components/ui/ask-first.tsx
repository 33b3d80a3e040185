"use client";

import { type ReactNode, useState } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

type Props = {
  label: string;
  /** What the button is called where its label alone does not say of what. */
  name?: string;
  title: string;
  confirm: string;
  cancel: string;
  /** What comes of it. */
  children: ReactNode;
  /** Called as the question closes: what comes of it is said where the button stands. */
  onConfirm: () => void;
};

/** A button for what cannot be taken back. */
export function AskFirst({ label, name, title, confirm, cancel, children, onConfirm }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      title={title}
      closeLabel={cancel}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button kind="quiet" aria-label={name}>
          {label}
        </Button>
      }
    >
      <p className="type-prose text-ink-2">{children}</p>
      <div className="mt-5 flex gap-3">
        <Button
          kind="act"
          onClick={() => {
            setOpen(false);
            onConfirm();
          }}
        >
          {confirm}
        </Button>
        <Button onClick={() => setOpen(false)}>{cancel}</Button>
      </div>
    </Dialog>
  );
}
