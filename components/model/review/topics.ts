import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useModelWords } from "#components/model/words.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { COMMENTED_PARTS, criterionTopic, isPart } from "#lib/model/comment-topic.ts";
import { listCriteria } from "#lib/model/criteria.ts";
import type { Definition } from "#lib/scoring/definition.ts";

/** What may be commented on, with the name of each, in the order of the page. */
export type Topics = readonly { readonly topic: string; readonly name: string }[];

/** Stays the same object while the names do: a drag changes none. */
export function useTopics(definition: Definition, catalogue: ModelCatalogue): Topics {
  const { label } = useModelWords(catalogue);
  const t = useTranslations("review.comments.parts");
  const text = JSON.stringify(
    listCriteria(definition).map(({ criterion: { key, label: name } }) => [key, label(name)]),
  );
  return useMemo(() => {
    const criteria: [key: string, name: string][] = JSON.parse(text);
    return [
      ...criteria.map(([key, name]) => ({ topic: criterionTopic(key), name })),
      ...COMMENTED_PARTS.map((topic) => ({ topic, name: t(topic) })),
    ];
  }, [text, t]);
}

/** The name of what a comment is about, also when the draft no longer has it. */
export function useTopicName(topics: Topics): (topic: string) => string {
  const t = useTranslations("review.comments");
  return (topic) => {
    const known = topics.find((each) => each.topic === topic);
    if (known) return known.name;
    return isPart(topic) ? t(`parts.${topic}`) : t("goneCriterion");
  };
}
