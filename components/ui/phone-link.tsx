import type { ComponentProps } from "react";

type Props = { phone: string; label: string } & Pick<ComponentProps<"a">, "className" | "tabIndex" | "children">;

/** Dials when followed. The label names who is called and ends in the number as it is shown. */
export function PhoneLink({ phone, label, children, ...rest }: Props) {
  return (
    <a href={`tel:${phone.replace(/[^\d+]/g, "")}`} aria-label={label} {...rest}>
      {children ?? phone}
    </a>
  );
}
