import {
  companySize,
  decides,
  demoRequest,
  emailsOpened,
  freeEmail,
  group,
  pricingPage,
  silence,
  webinar,
  whitepaper,
} from "./building-blocks.ts";
import type { Template } from "./template.ts";

/** Demographic 30, behaviour 40, engagement 20, intent 10: the mix gives the first, caps the others. */
export const WEIGHTING: Template = {
  key: "weighting",
  name: { nl: "Leadscore 30/40/20/10", en: "Lead score 30/40/20/10" },
  axes: {
    fit: {
      groups: [
        group("demographic", { nl: "Demografisch (30)", en: "Demographic (30)" }, null, [
          companySize({ from: 50, to: 500, points: 50 }),
          decides(50),
          freeEmail(),
        ]),
      ],
      thresholds: [25, 50, 75],
    },
    engagement: {
      groups: [
        // 40 of the 70 that engagement weighs are 57.14 of its 100; 20 are 28.57, and 10 are 14.29: together 100.
        group("behaviour", { nl: "Gedrag (40)", en: "Behaviour (40)" }, 57.14, [demoRequest(), pricingPage()]),
        group("engaged", { nl: "Engagement (20)", en: "Engagement (20)" }, 28.57, [
          whitepaper(),
          webinar(),
          emailsOpened(),
        ]),
        group("intent", { nl: "Intentie (10)", en: "Intent (10)" }, 14.29, [
          {
            type: "burst",
            key: "pricing_run",
            label: { nl: "3× prijspagina in 48 uur", en: "3× pricing page in 48 h" },
            points: 15,
            active: null,
            halfLifeDays: 7,
            maximum: 15,
            isHighIntent: true,
            events: { types: ["pricing_page_viewed"], where: null },
            count: 3,
            withinHours: 48,
          },
          silence(30),
        ]),
      ],
      thresholds: [10, 26, 51],
    },
  },
  mix: { fit: 30, engagement: 70 },
};
