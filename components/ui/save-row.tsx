import { Button } from "./button.tsx";

type Props = { label: string; savedLabel: string; isUnderWay: boolean; isSaved: boolean };

/** The button that keeps what a form says, and the word that it is kept. */
export function SaveRow({ label, savedLabel, isUnderWay, isSaved }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button kind="act" type="submit" aria-disabled={isUnderWay}>
        {label}
      </Button>
      {isSaved && (
        <p role="status" className="text-ink-2">
          {savedLabel}
        </p>
      )}
    </div>
  );
}
