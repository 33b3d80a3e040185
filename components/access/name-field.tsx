import type { ComponentProps } from "react";
import { TextField } from "#components/ui/field.tsx";

/** As long as the server takes one. */
const LONGEST = 100;

/** What a person, or the organisation, is called. */
export function NameField({
  name = "name",
  ...props
}: Omit<ComponentProps<typeof TextField>, "required" | "maxLength">) {
  return <TextField {...props} name={name} required maxLength={LONGEST} />;
}
