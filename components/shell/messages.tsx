"use client";

import { NextIntlClientProvider } from "next-intl";
import { type ComponentProps, useMemo } from "react";

type Props = Omit<ComponentProps<typeof NextIntlClientProvider>, "messages"> & {
  /** The catalogue as JSON. */
  text: string;
};

/** The words of all below; as one text they are handed over in a tenth of the time that two thousand take. */
export function Messages({ text, ...props }: Props) {
  const messages = useMemo(() => JSON.parse(text), [text]);
  return <NextIntlClientProvider messages={messages} {...props} />;
}
