import {
  blog,
  companySize,
  decides,
  demoRequest,
  emailsOpened,
  freeEmail,
  group,
  pricingPage,
  silence,
  student,
  whitepaper,
} from "./building-blocks.ts";
import type { Template } from "./template.ts";

/** Three bands on either axis: cold 0-25, warm 26-50, hot from 51. */
export const COLD_WARM_HOT: Template = {
  key: "cold_warm_hot",
  name: { nl: "Koud, warm, heet", en: "Cold, warm, hot" },
  axes: {
    // One fit match is warm, two are hot.
    fit: {
      groups: [
        group("who", { nl: "Wie het is", en: "Who they are" }, null, [
          companySize({ from: 50, to: 500, points: 30 }),
          decides(30),
          freeEmail(),
          student(),
        ]),
      ],
      thresholds: [26, 51],
    },
    engagement: {
      groups: [
        group("intent", { nl: "Koopsignalen", en: "Buying signals" }, null, [demoRequest(), pricingPage()]),
        group("content", { nl: "Inhoud", en: "Content" }, 30, [whitepaper(), blog(), emailsOpened()]),
        group("contact", { nl: "Stilte", en: "Silence" }, null, [silence(30)]),
      ],
      thresholds: [26, 51],
    },
  },
  mix: { fit: 30, engagement: 70 },
};
