import { companySize, decides, demoRequest, group, pricingPage, silence } from "./building-blocks.ts";
import type { Template } from "./template.ts";

/** Next to nothing, to be filled by hand: five criteria, one of each kind that most models have. */
export const FIVE: Template = {
  key: "five",
  name: { nl: "Nieuw model", en: "New model" },
  axes: {
    fit: {
      groups: [
        group("who", { nl: "Wie het is", en: "Who they are" }, null, [
          companySize({ from: 50, to: 500, points: 25 }),
          decides(20),
        ]),
      ],
      thresholds: [15, 25, 40],
    },
    engagement: {
      groups: [
        group("behaviour", { nl: "Wat ze deden", en: "What they did" }, null, [
          demoRequest(),
          pricingPage(),
          silence(30),
        ]),
      ],
      thresholds: [10, 26, 51],
    },
  },
  mix: { fit: 30, engagement: 70 },
};
