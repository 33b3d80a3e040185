import type { ComponentProps } from "react";

type Props = {
  /** As it was written. */
  phone: string;
  /** Its `tel:` address; null where it is not sure whom it would reach. */
  dial: string | null;
  /** Names who is called and ends in the number as it is shown. */
  label: string;
  /** What is said of a number that is not dialled. */
  unsure: string;
} & Pick<ComponentProps<"a">, "className" | "tabIndex" | "children" | "onClick">;

/** Dials when followed, where it is sure whom it reaches; else the number as it was written, to be dialled by hand. */
export function PhoneLink({ phone, dial, label, unsure, children, className = "", ...rest }: Props) {
  if (dial === null)
    return (
      <span title={unsure} className={className}>
        {phone}
        <span className="sr-only">, {unsure}</span>
      </span>
    );
  return (
    <a href={dial} data-dial aria-label={label} className={`underline-offset-4 hover:underline ${className}`} {...rest}>
      {children ?? phone}
    </a>
  );
}
