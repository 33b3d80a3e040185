import { useState } from "react";
import type { Question } from "#components/dispositions/outcome-form.tsx";

type Options = {
  isWide: boolean;
  /** A question was left: back to the list. */
  onLeave: () => void;
};

/** What is open beside the list or over it: a question, the sheet of a phone, what changed, to whom a lead is given. */
export function useOpenParts({ isWide, onLeave }: Options) {
  const [asking, setAsking] = useState<Question | null>(null);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const [showsChange, setShowsChange] = useState(false);
  const [isGiving, setGiving] = useState(false);

  function ask(question: Question | null) {
    setAsking(question);
    if (question === null && isWide) onLeave();
    else if (question !== null && !isWide) setSheetOpen(true);
  }

  return {
    asking,
    ask,
    dropQuestion: () => setAsking(null),
    isSheetOpen: isSheetOpen && !isWide,
    setSheetOpen,
    showsChange,
    toggleChange: () => setShowsChange((shows) => !shows),
    isGiving,
    setGiving,
  };
}
