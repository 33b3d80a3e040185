import { CopiedField } from "./copied-field.tsx";

type Props = { done: string; secret: string; label: string; hint: string };

/** What was just made, and the text that a program needs of it. */
export function MadeSecret({ done, secret, label, hint }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <p className="type-prose">{done}</p>
      <CopiedField text={secret} label={label} hint={hint} />
    </div>
  );
}
