import type { FieldType } from "#lib/scoring/facts.ts";

/** The events that templates mean, and how other names for them sound in Dutch and English. */
export const EVENT_SOUNDS: Readonly<Record<string, RegExp>> = {
  demo_requested: /demo/i,
  quote_requested: /quot(e|ation)|offerte|aanvraag.?prijs/i,
  pricing_page_viewed: /pric(e|ing)|prijs|prijz|tarie/i,
  case_study_viewed: /case.?stud|casus|klantverhaal|referentie/i,
  whitepaper_downloaded: /white.?paper/i,
  datasheet_downloaded: /data.?sheet|drawing|cad|tekening|productblad|brochure|catalog/i,
  fair_visited: /fair|trade.?show|beurs|messe|expo/i,
  webinar_attended: /webinar/i,
  blog_viewed: /blog|artikel|article/i,
  email_opened: /mail.*(open|gelezen)/i,
  email_clicked: /mail.*(click|klik)|link.*clicked/i,
  unsubscribed: /unsubscri|uitgeschreven|afgemeld/i,
  cart_abandoned: /cart|basket|winkelwagen|winkelmand|checkout/i,
  product_viewed: /product.*(view|bekeken)|^page.*(view|visit)|^pagina/i,
};

/** Fields that only some organisations have, of a type, and how they are called. */
export const FIELD_SOUNDS: Readonly<Record<string, { readonly type: FieldType; readonly sound: RegExp }>> = {
  age: { type: "number", sound: /(^|[._])(age|leeftijd)$/i },
  newsletter: { type: "boolean", sound: /newsletter|nieuwsbrief/i },
};
