import {
  caseStudy,
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

/** Who buys software for a company: they ask for a demo, look at prices and read up. */
export const B2B_SOFTWARE: Template = {
  key: "b2b_software",
  name: { nl: "Leadscore", en: "Lead score" },
  axes: {
    // Who leads opens C, a company of the right size B, both A; a free address costs both a band.
    fit: {
      groups: [
        group("company", { nl: "Bedrijf", en: "Company" }, null, [companySize({ from: 50, to: 500, points: 25 })]),
        group("person", { nl: "Persoon", en: "Person" }, null, [decides(20), freeEmail()]),
      ],
      thresholds: [15, 25, 40],
    },
    // Cold 0-25, warm 26-50, hot from 51; 10 parts the silent from those who did one thing.
    engagement: {
      groups: [
        // Behaviour 40 of the 70 that engagement weighs, stretched to its scale of 100 and rounded.
        group("intent", { nl: "Koopsignalen", en: "Buying signals" }, 60, [demoRequest(), pricingPage()]),
        // Engagement 20 of 70, stretched in the same way.
        group("content", { nl: "Inhoud", en: "Content" }, 30, [caseStudy(), whitepaper(), webinar()]),
        // Intent 10 of 70, stretched and rounded down to two runs of opened e-mails.
        group("contact", { nl: "E-mail en stilte", en: "E-mail and silence" }, 12, [emailsOpened(), silence(30)]),
      ],
      thresholds: [10, 26, 51],
    },
  },
  // Demographic 30; behaviour 40, engagement 20 and intent 10 together 70.
  mix: { fit: 30, engagement: 70 },
};
