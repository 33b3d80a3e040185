import { useTranslations } from "next-intl";
import { TextField } from "#components/ui/field.tsx";
import { PASSWORD_LENGTH } from "#lib/access/password-length.ts";

type Props = { label: string; name: string; error: string | undefined };

/** A password that is chosen here, with what it has to be. */
export function NewPasswordField({ label, name, error }: Props) {
  const t = useTranslations("auth");
  return (
    <TextField
      label={label}
      name={name}
      type="password"
      autoComplete="new-password"
      required
      minLength={PASSWORD_LENGTH.min}
      maxLength={PASSWORD_LENGTH.max}
      hint={t("passwordHint", { min: PASSWORD_LENGTH.min })}
      error={error}
    />
  );
}
