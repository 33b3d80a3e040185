import type { ReactNode } from "react";
import { EmailAddress } from "./email-address.tsx";

type Props = {
  email: string;
  /** What a screen reader says, when the words shown are not enough. */
  label?: string;
  className?: string;
  tabIndex?: number;
  /** The address itself when left out. */
  children?: ReactNode;
};

/** An e-mail address that opens the reader's own mail program. */
export function EmailLink({ email, label, children, ...props }: Props) {
  return (
    <a href={`mailto:${encodeURI(email)}`} aria-label={label} {...props}>
      {children ?? <EmailAddress email={email} />}
    </a>
  );
}
