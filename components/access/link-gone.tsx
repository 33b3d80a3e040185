import Link from "next/link";
import { buttonClass } from "#components/ui/button.tsx";

type Props = { title: string; text: string; signInLabel: string };

/** What a one-time link shows once it is used up. */
export function LinkGone({ title, text, signInLabel }: Props) {
  return (
    <>
      <h1 className="type-display">{title}</h1>
      <p className="type-prose mt-3 text-ink-2">{text}</p>
      <p className="mt-6">
        <Link href="/sign-in" className={buttonClass()}>
          {signInLabel}
        </Link>
      </p>
    </>
  );
}
