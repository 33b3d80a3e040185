import type { Language } from "./names.ts";

/** Lines of business. Those that send out mechanics are the ones the product is made for. */
export type Trade = {
  readonly industry: string;
  readonly sendsMechanics: boolean;
  readonly share: number;
  /** How companies of this trade call themselves, by language. */
  readonly suffixes: Readonly<Record<Language, readonly string[]>>;
};

const trade = (
  industry: string,
  sendsMechanics: boolean,
  share: number,
  nl: string,
  fr: string,
  de: string,
  be = nl,
): Trade => ({
  industry,
  sendsMechanics,
  share,
  suffixes: { nl: nl.split(", "), be: be.split(", "), fr: fr.split(", "), de: de.split(", ") },
});

export const TRADES: readonly Trade[] = [
  trade(
    "Installation",
    true,
    18,
    "Installatietechniek, Installatie, Installatiegroep, Sanitair",
    "Sanitaire, Installations",
    "Gebäudetechnik, Haustechnik, Sanitär",
  ),
  trade("HVAC", true, 12, "Klimaattechniek, Klimaat, HVAC, Luchttechniek", "Climatisation", "Klimatechnik, Klima"),
  trade("Refrigeration", true, 8, "Koeltechniek, Koeling, Koudetechniek", "Froid Service", "Kältetechnik, Kälte"),
  trade("Lifts", true, 8, "Liften, Liftservice, Liftbeheer", "Ascenseurs", "Aufzüge, Aufzugdienst"),
  trade(
    "Electrical",
    true,
    11,
    "Elektro, Elektrotechniek, Energietechniek",
    "Électricité",
    "Elektrotechnik, Elektro, Energieanlagen",
  ),
  trade(
    "Heat pumps and solar",
    true,
    6,
    "Warmtepompen, Zonnetechniek, Duurzaam",
    "Énergies",
    "Wärmepumpen, Solartechnik",
  ),
  trade("Fire safety", true, 4, "Brandbeveiliging, Brandpreventie", "Incendie", "Brandschutz"),
  trade("Doors and gates", true, 4, "Poorten, Deurtechniek", "Portes", "Tortechnik"),
  trade("Pumps and drains", true, 4, "Pompservice, Riooltechniek", "Pompes", "Pumpentechnik, Rohrservice"),
  trade("Property management", false, 5, "Vastgoedbeheer, Facility, Wonen", "Immobilier", "Hausverwaltung, Facility"),
  trade("Construction", false, 5, "Bouw, Bouwgroep, Projecten", "Construction", "Bau, Bauprojekte"),
  trade("Wholesale", false, 4, "Groothandel, Technische Handel", "Distribution", "Großhandel, Handel"),
  trade("Software", false, 4, "Software, Digital, Data", "Digital", "Software, Systeme"),
  trade("Consulting", false, 4, "Advies, Consultants", "Conseil", "Beratung"),
  trade("Education", false, 3, "Opleidingen, Vakschool", "Formation", "Akademie"),
  trade("Retail", false, 3, "Witgoed, Keukens", "Magasins", "Küchen"),
];

/** First words of companies that do not carry a family's name. */
export const FIRST_WORDS: Readonly<Record<Language, readonly string[]>> = {
  nl: `Noordwaard, Duinrand, Waterland, Zuidas, Maasstad, Veluwe, Rijnmond, Hanze, Delta, Polder, Randstad, Brabantse,
    Friese, Oranje, Westland, IJssel, Betuwe, Gooise, Zeeuwse, Drentse, Stadhouder, Kompas, Zuiderzee, Merwede, Thermo,
    Waterman, Vakwerk, Nova, Prisma, Meridiaan`.split(/,\s*/),
  be: `Kempen, Vlaamse, Scheldeland, Leiestreek, Haspengouw, Polder, Thermovan, Dender, Hageland, Meetjesland, Rupel,
    Westhoek, Demer, Voorkempen, Pajottenland`.split(/,\s*/),
  fr: "Meuse, Sambre, Ardenne, Condroz, Hesbaye, Thermovan, Wallonie, Borinage".split(/,\s*/),
  de: `Rheintal, Nordlicht, Alster, Weser, Münsterland, Ruhr, Emsland, Eifel, Hanse, Niederrhein, Sauerland, Teuto,
    Westfalen, Rheinland, Küsten, Bergische`.split(/,\s*/),
};
