import { emailsOpened, event, group, oneOfTheWords, silence, trait, turnedAway } from "./building-blocks.ts";
import type { Template } from "./template.ts";

/** Who buys for themselves: they can be reached, look at products, and decide within days. */
export const B2C: Template = {
  key: "b2c",
  name: { nl: "Leadscore consumenten", en: "Consumer lead score" },
  axes: {
    fit: {
      groups: [
        group("person", { nl: "Persoon", en: "Person" }, null, [
          // A fit match is worth 15 to 25. Who was sent by somebody buys most often.
          trait(
            "referred",
            { nl: "Via een bekende", en: "Referred by somebody" },
            25,
            oneOfTheWords("source", ["referral", "aanbeveling", "vriend", "friend", "recommendation"]),
          ),
          trait("age", { nl: "25 tot 65 jaar", en: "25 to 65 years" }, 15, {
            field: "age",
            op: "between",
            from: 25,
            to: 65,
          }),
        ]),
        group("reach", { nl: "Bereikbaar", en: "Within reach" }, null, [
          trait("has_phone", { nl: "Telefoonnummer bekend", en: "Phone number known" }, 15, {
            field: "phone",
            op: "is_set",
          }),
          trait("newsletter", { nl: "Leest de nieuwsbrief", en: "Gets the newsletter" }, 10, {
            field: "newsletter",
            op: "equals",
            value: true,
          }),
        ]),
      ],
      thresholds: [10, 20, 35],
    },
    engagement: {
      groups: [
        group("intent", { nl: "Koopsignalen", en: "Buying signals" }, 70, [
          // As a demo request elsewhere, +25; within days the basket is bought or forgotten.
          event(
            "basket",
            { nl: "Winkelwagen gevuld", en: "Basket filled" },
            { type: "cart_abandoned", points: 25, halfLifeDays: 7, maximum: 50, scope: "every", isHighIntent: true },
          ),
          event(
            "product",
            { nl: "Product bekeken", en: "Product viewed" },
            { type: "product_viewed", points: 5, halfLifeDays: 7, maximum: 25, scope: "every" },
          ),
        ]),
        group("contact", { nl: "E-mail en stilte", en: "E-mail and silence" }, 30, [
          event(
            "email_clicked",
            { nl: "Doorgeklikt in een e-mail", en: "Clicked in an e-mail" },
            { type: "email_clicked", points: 10, halfLifeDays: 14, maximum: 20, scope: "every" },
          ),
          emailsOpened(),
          turnedAway(),
          silence(14),
        ]),
      ],
      thresholds: [10, 26, 51],
    },
  },
  mix: { fit: 20, engagement: 80 },
};
