/** Names as they are common in each market; together they belong to nobody in particular. */
type Names = { readonly first: readonly string[]; readonly last: readonly string[] };

const words = (text: string) => text.trim().split(/\s*,\s*/);

export const NAMES: Readonly<Record<"nl" | "be" | "fr" | "de", Names>> = {
  nl: {
    first:
      words(`Sanne, Joost, Anneke, Daan, Imke, Lieke, Tim, Marieke, Bas, Tessa, Niels, Eva, Sander, Marloes, Jeroen,
      Ilse, Wouter, Fleur, Maarten, Esther, Ruud, Hanneke, Thijs, Femke, Gijs, Roos, Mark, Petra, Erik, Linda, Koen, Judith,
      Martijn, Inge, Bram, Saskia, Rutger, Mirjam, Arjan, Karin, Pieter, Nienke, Kees, Wilma, Hugo, Renske, Vincent, Ellen,
      Mohamed, Fatima, Yusuf, Naima, Emre, Samira, Ravi, Priya, Dennis, Monique, Robert, Chantal`),
    last: words(`Verhoeven, Hoekstra, Postma, van Leeuwen, de Groot, Bosman, de Vries, Jansen, Bakker, Visser, Smit, Meijer,
      de Boer, Mulder, Bos, Vos, Peters, Hendriks, van Dijk, van den Berg, Dekker, Brouwer, de Wit, Dijkstra, Smits,
      de Graaf, van der Meer, Kuipers, van der Linden, Kok, Jacobs, de Haan, Vermeulen, van den Heuvel, van der Veen,
      van Vliet, Schouten, van Beek, Willems, Timmermans, Groen, Gerritsen, Koster, Prins, Huisman, Peeters, Kramer,
      van Wijk, Molenaar, Post, van Dam, Boon, Kortekaas, Veldhuis, Blom, Wolters, Sluis, Waterman, Yilmaz, El Amrani,
      Bouzid, Ramdin, Hoogendoorn, Zwart, Terpstra, Zijlstra`),
  },
  be: {
    first:
      words(`Els, Ruben, Pieter, Griet, Wim, Sofie, Ward, Bart, Karel, Lotte, Jef, An, Dirk, Katrien, Stijn, Leen, Koen,
      Hilde, Tom, Veerle, Jan, Ine, Geert, Liesbeth, Kris, Annelies, Luc, Tine, Filip, Nele, Johan, Goedele, Maarten,
      Charlotte, Brecht, Elke, Yves, Hanne, Bilal, Amina`),
    last: words(`Van den Broeck, Claessens, Smolders, Lauwers, De Backer, Hermans, Peeters, Goossens, Maes, Aerts, Janssens,
      Mertens, Willems, Jacobs, Wouters, De Smet, Dubois, Michiels, Vermeersch, Desmet, De Clercq, Pauwels, Hendrickx,
      Van Damme, Martens, Segers, Stevens, Verstraete, Coppens, Bogaert, Wuyts, Van Acker, Lemmens, Thijs, Cools,
      Verlinden, Baert, De Wilde, Somers, Nijs`),
  },
  fr: {
    first:
      words(`Nathalie, Olivier, Céline, Benoît, Aurélie, Fabrice, Sophie, Laurent, Isabelle, Thierry, Élodie, Pascal,
      Valérie, Grégory, Julie, Xavier`),
    last: words(`Dubois, Lambert, Dupont, Martin, Simon, Laurent, Leroy, Renard, Collard, Noël, Gérard, Lejeune, Fontaine,
      Delvaux, Charlier, Marchal`),
  },
  de: {
    first: words(`Thomas, Matthias, Katrin, Helga, Dirk, Stefan, Annika, Lars, Jörg, Sabine, Andreas, Claudia, Michael,
      Petra, Markus, Silke, Jens, Heike, Torsten, Anja, Frank, Birgit, Uwe, Nicole, Holger, Melanie, Sven, Ute, Ralf,
      Kerstin, Jan, Lena, Florian, Julia, Tobias, Nadine, Mehmet, Ayşe, Piotr, Magdalena`),
    last: words(`Brandt, Krüger, Vogel, Stein, Schuster, Lehmann, Petersen, Reuter, Behrens, Hofmann, Müller, Schmidt,
      Schneider, Fischer, Weber, Wagner, Becker, Schulz, Koch, Richter, Klein, Wolf, Schröder, Neumann, Schwarz,
      Zimmermann, Braun, Hartmann, Lange, Werner, Krause, Meier, Köhler, Walter, König, Huber, Kaiser, Fuchs, Lang,
      Scholz, Weiß, Jung, Hahn, Keller, Günther, Berger, Winkler, Lorenz, Baumann, Albrecht, Yıldız, Kowalski`),
  },
};

export type Language = keyof typeof NAMES;

/** A text as it stands in an address: plain small letters. */
export function slug(text: string): string {
  return text
    .replace(/ß/g, "ss")
    .replace(/[äöü]/g, (letter) => ({ ä: "ae", ö: "oe", ü: "ue" })[letter] ?? letter)
    .replace(/ı/g, "i")
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}
