/**
 * What a lead did, where the name of the event's type says it beyond doubt: of these the catalogue has whole
 * sentences under `briefing.acts`. Any other type is told by the label of its criterion.
 */
const SOUNDS = {
  demo_requested:
    /^(demo_(requested|request|aangevraagd|aanvraag)|requested_(a_)?demo|request_(a_)?demo|aanvraag_demo)$/,
  quote_requested:
    /^((quote|quotation|offerte)_(requested|request|aangevraagd|aanvraag)|requested_(a_)?(quote|quotation))$/,
  contact_requested:
    /^(contact_(requested|request|form_submitted|form_sent)|contactformulier_(verstuurd|ingevuld)|callback_requested)$/,
  trial_started: /^((free_)?trial_(started|start)|started_(free_)?trial|proefperiode_(gestart|begonnen))$/,
  calculator_used: /^((price_|roi_)?calculator_(used|gebruikt)|used_calculator)$/,
  pricing_viewed:
    /^((pricing|prices|price|prijs|prijzen|tarieven)_?(page|pagina)?_(viewed|view|visited|bekeken|bezocht)|prijspagina)$/,
  case_read: /^((case_study|customer_story|casus|klantverhaal)_(viewed|view|read|gelezen|bekeken))$/,
  whitepaper_downloaded: /^whitepaper_(downloaded|download|gedownload)$/,
  webinar_attended: /^webinar_(attended|bijgewoond|gevolgd|watched)$/,
  webinar_registered: /^(webinar_(registered|registration|aangemeld|aanmelding)|registered_for_webinar)$/,
  fair_visited: /^(fair|trade_show|beurs|stand|booth)_(visited|bezocht)$/,
  datasheet_downloaded: /^(datasheet|productblad)_(downloaded|download|gedownload)$/,
  brochure_downloaded: /^brochure_(downloaded|download|gedownload)$/,
  template_downloaded: /^(template|sjabloon)_(downloaded|download|gedownload)$/,
  blog_read: /^(blog(_?post|_?artikel|_article)?|article|artikel)_(viewed|view|read|gelezen|bekeken)$/,
  product_viewed: /^product(_page|pagina)?_(viewed|view|bekeken)$/,
  page_viewed: /^((landing_)?page_(viewed|view|visited)|pagina_(bekeken|bezocht)|page_visited_on_website)$/,
  email_opened: /^e_?mail_(opened|open|geopend|gelezen)$/,
  email_clicked: /^(e_?mail_(clicked|clickthrough|link_clicked|geklikt))$/,
  email_bounced: /^e_?mail_(bounced|bounce|niet_bezorgd)$/,
  unsubscribed: /^(unsubscribed|e_?mail_unsubscribed|uitgeschreven|afgemeld)$/,
} as const satisfies Readonly<Record<string, RegExp>>;

export type Act = keyof typeof SOUNDS;

/** null for a type whose name leaves it open. */
export function actOf(type: string): Act | null {
  const known = acts.get(type);
  if (known !== undefined) return known;
  const name = type
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_");
  const act = ACTS.find((each) => SOUNDS[each].test(name)) ?? null;
  acts.set(type, act);
  return act;
}

/** An organisation has few types, and a lead many events of them. */
const acts = new Map<string, Act | null>();

export const ACTS = keysOf(SOUNDS);

/** `Object.keys` gives up which keys there are. */
function keysOf<Known extends object>(of: Known): readonly (keyof Known)[] {
  return Object.keys(of) as (keyof Known)[];
}
