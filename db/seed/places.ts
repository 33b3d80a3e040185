/** Towns by market, each with its area code. Numbers of the demo are `555`, which reach nobody. */
export type Place = { readonly city: string; readonly area: string };

const places = (text: string): Place[] =>
  text
    .trim()
    .split(/\s*,\s*/)
    .map((entry) => {
      const [, city = "", area = ""] = /^(.+) (\d+)$/.exec(entry) ?? [];
      return { city, area };
    });

export const PLACES = {
  NL: places(`Breda 76, Leeuwarden 58, Rotterdam 10, Amsterdam 20, Maastricht 43, Den Haag 70, Utrecht 30, Eindhoven 40,
    Groningen 50, Tilburg 13, Almere 36, Nijmegen 24, Apeldoorn 55, Haarlem 23, Arnhem 26, Enschede 53, Amersfoort 33,
    Zwolle 38, Den Bosch 73, Zoetermeer 79, Leiden 71, Dordrecht 78, Alkmaar 72, Delft 15, Deventer 57, Heerlen 45,
    Hengelo 74, Venlo 77, Zaandam 75, Hilversum 35`),
  BE: places(`Antwerpen 3, Gent 9, Brugge 50, Leuven 16, Mechelen 15, Hasselt 11, Kortrijk 56, Turnhout 14, Aalst 53,
    Genk 89, Roeselare 51, Oostende 59, Brussel 2, Sint-Niklaas 3, Lier 3`),
  BE_FR: places("Liège 4, Namur 81, Charleroi 71, Mons 65, Bruxelles 2, Wavre 10, Tournai 69"),
  DE: places(`Düsseldorf 211, Koblenz 261, Hamburg 40, Köln 221, Münster 251, Dortmund 231, Essen 201, Bremen 421,
    Hannover 511, Osnabrück 541, Bielefeld 521, Aachen 241, Bonn 228, Oldenburg 441, Duisburg 203, Wuppertal 202,
    Frankfurt 69, Mainz 6131, Kassel 561, Kleve 2821`),
} as const;

export const DIAL = { NL: "+31", BE: "+32", DE: "+49" } as const;
export const COUNTRIES = ["NL", "BE", "DE"] as const;
export type Country = (typeof COUNTRIES)[number];
