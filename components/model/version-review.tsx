"use client";

import { useTranslations } from "next-intl";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import type { ModelComment } from "#lib/model/comment.ts";
import type { Side } from "#lib/model/sign-off.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { useMoments } from "./moments.ts";
import { CommentText } from "./review/comment-item.tsx";
import { useTopicName, useTopics } from "./review/topics.ts";

export type ShownSignature = { readonly side: Side; readonly name: string | null; readonly at: string };

/** Who signed a version for which side, and when; nothing where nobody did. */
export function SignedBy({ signatures }: { signatures: readonly ShownSignature[] }) {
  const t = useTranslations("review");
  const { day, time } = useMoments();
  if (signatures.length === 0) return null;
  return (
    <p className="text-ink-2 text-small">
      {signatures.map(({ side, name, at }) => (
        <span key={side} className="mr-4 inline-block">
          <span className="font-serif text-[15px] text-ink italic">{name ?? t("comments.somebody")}</span>{" "}
          {t("signOff.signedAt", { side: t(`signOff.sides.${side}`), time: `${day(at)} ${time(at)}` })}
        </span>
      ))}
    </p>
  );
}

type Props = { comments: readonly ModelComment[]; definition: Definition; catalogue: ModelCatalogue };

/** What was said of a version while it was a draft, as it was when it was published. */
export function VersionComments({ comments, definition, catalogue }: Props) {
  const nameOf = useTopicName(useTopics(definition, catalogue));
  return (
    <ul className="flex flex-col gap-2">
      {comments.map((comment) => (
        <li key={comment.id}>
          <CommentText comment={comment} topicName={nameOf(comment.topic)} />
        </li>
      ))}
    </ul>
  );
}
