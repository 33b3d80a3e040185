import { caseStudy, companySize, event, freeEmail, group, oneOfTheWords, silence, trait } from "./building-blocks.ts";
import type { Template } from "./template.ts";

const SECTORS = ["machinebouw", "metaal", "productie", "bouw", "industrie", "techniek"].concat(
  ["manufacturing", "machinery", "metal", "construction", "industrial", "engineering"],
  ["maschinenbau", "metall", "industrie"],
);
const ROLES = ["inkoop", "inkoper", "techniek", "technisch", "productie", "onderhoud", "engineer"].concat([
  "purchasing",
  "buyer",
  "procurement",
  "technical",
  "production",
  "maintenance",
  "operations",
]);

/** Who makes things and buys parts or machines: they ask for drawings and quotations, and take months. */
export const MANUFACTURING: Template = {
  key: "manufacturing",
  name: { nl: "Leadscore industrie", en: "Industrial lead score" },
  axes: {
    // Sector or role alone opens C, two of the three B, nearly all A.
    fit: {
      groups: [
        group("company", { nl: "Bedrijf", en: "Company" }, null, [
          trait(
            "sector",
            { nl: "Maakindustrie of bouw", en: "Manufacturing or construction" },
            20,
            oneOfTheWords("account.industry", [...new Set(SECTORS)]),
          ),
          companySize({ from: 20, to: 250, points: 15 }),
        ]),
        group("person", { nl: "Persoon", en: "Person" }, null, [
          trait(
            "role",
            { nl: "Inkoop of techniek", en: "Purchasing or technical" },
            15,
            oneOfTheWords("job_title", ROLES),
          ),
          freeEmail(),
        ]),
      ],
      thresholds: [15, 30, 45],
    },
    // Cold 0-25, warm 26-50, hot from 51.
    engagement: {
      groups: [
        group("intent", { nl: "Koopsignalen", en: "Buying signals" }, 60, [
          // As a demo request elsewhere, +25; who buys machines takes months, so it is remembered for a quarter.
          event(
            "quote",
            { nl: "Offerte aangevraagd", en: "Quotation requested" },
            { type: "quote_requested", points: 25, halfLifeDays: 90, maximum: 50, scope: "every", isHighIntent: true },
          ),
          event(
            "price_list",
            { nl: "Prijzen bekeken", en: "Looked at prices" },
            { type: "pricing_page_viewed", points: 15, halfLifeDays: 60, maximum: 30, scope: "every" },
          ),
        ]),
        group("content", { nl: "Inhoud", en: "Content" }, 40, [
          event(
            "datasheet",
            { nl: "Productblad of tekening", en: "Data sheet or drawing" },
            { type: "datasheet_downloaded", points: 10, halfLifeDays: 60, maximum: 30, scope: "once_per_asset" },
          ),
          caseStudy(60),
          // An hour at a stand says more than a webinar.
          event(
            "fair",
            { nl: "Op een beurs gesproken", en: "Met at a fair" },
            { type: "fair_visited", points: 15, halfLifeDays: 90, maximum: 15, scope: "once_per_asset" },
          ),
        ]),
        group("contact", { nl: "Stilte", en: "Silence" }, null, [silence(90)]),
      ],
      thresholds: [10, 26, 51],
    },
  },
  mix: { fit: 40, engagement: 60 },
};
