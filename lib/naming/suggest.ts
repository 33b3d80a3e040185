import { EVENT_SOUNDS } from "#lib/model/templates/sounds.ts";
import type { Label } from "#lib/scoring/definition.ts";
import { isVisit } from "./raw-event.ts";

/** What a name that nobody has named is likely to mean. */
export type Suggestion = {
  /** Of a page: the paths that are meant with it. */
  readonly asset: string | null;
  readonly type: string;
  /** What to call the type if it is not there yet. */
  readonly label: Label;
};

/** How the types that templates count are called before somebody calls them otherwise. */
const LABELS: Readonly<Record<string, Label>> = {
  demo_requested: { nl: "Demo aangevraagd", en: "Demo requested" },
  quote_requested: { nl: "Offerte aangevraagd", en: "Quote requested" },
  pricing_page_viewed: { nl: "Prijspagina bekeken", en: "Pricing page viewed" },
  case_study_viewed: { nl: "Klantverhaal bekeken", en: "Case study viewed" },
  whitepaper_downloaded: { nl: "Whitepaper gedownload", en: "Whitepaper downloaded" },
  datasheet_downloaded: { nl: "Productblad gedownload", en: "Datasheet downloaded" },
  fair_visited: { nl: "Beurs bezocht", en: "Fair visited" },
  webinar_attended: { nl: "Webinar gevolgd", en: "Webinar attended" },
  blog_viewed: { nl: "Blog gelezen", en: "Blog read" },
  email_opened: { nl: "E-mail geopend", en: "E-mail opened" },
  email_clicked: { nl: "In e-mail geklikt", en: "E-mail clicked" },
  unsubscribed: { nl: "Uitgeschreven", en: "Unsubscribed" },
  cart_abandoned: { nl: "Winkelmand achtergelaten", en: "Cart abandoned" },
  careers_page_viewed: { nl: "Vacatures bekeken", en: "Careers page viewed" },
  contact_page_viewed: { nl: "Contactpagina bekeken", en: "Contact page viewed" },
};

/** To have been on a page is not to have asked for a demo: of pages only these. */
const PAGE_SOUNDS: Readonly<Record<string, RegExp>> = {
  pricing_page_viewed: /^(pric(e|es|ing)|plans|prijs|prijzen|tarie(f|ven))\b/,
  case_study_viewed: /^(case-?(s|studies|study)?|customers|customer-stories|klantverhalen|klanten|referenties?)$/,
  blog_viewed: /^(blogs?|articles?|artikel(en)?|news|nieuws)$/,
  careers_page_viewed: /^(careers?|jobs|vacatures?|werken-bij.*)$/,
  contact_page_viewed: /^contact\b/,
};

/** null: it could mean anything. A type of the organisation's own that sounds alike goes before one that is to be made. */
export function suggestType(
  { name, asset }: { readonly name: string; readonly asset: string | null },
  known: readonly string[],
): Suggestion | null {
  if (isVisit(name)) return asset === null ? null : suggestForPage(asset, known);
  const key = Object.keys(LABELS).find((each) => EVENT_SOUNDS[each]?.test(name));
  return key === undefined ? null : { asset: null, ...typeFor(key, known) };
}

/** `/blog/*` for what stands below a word that tells, and the path itself where that word comes last. */
function suggestForPage(path: string, known: readonly string[]): Suggestion | null {
  const words = path.split("/");
  for (const [place, word] of words.entries())
    for (const [key, sound] of Object.entries(PAGE_SOUNDS)) {
      if (!sound.test(word)) continue;
      const isLast = place === words.length - 1;
      return { asset: isLast ? path : `${words.slice(0, place + 1).join("/")}/*`, ...typeFor(key, known) };
    }
  return null;
}

function typeFor(key: string, known: readonly string[]): Pick<Suggestion, "type" | "label"> {
  const sound = EVENT_SOUNDS[key];
  const alike = known.includes(key) ? key : known.find((each) => sound?.test(each));
  return { type: alike ?? key, label: LABELS[key] ?? key };
}
