const spelledNumbers =
  /\b(two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundred|thousand|million|half|third|quarter|twice|double|doubled|triple|tripled|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|treinta|cien|mil|millones|mitad|tercio|doble|triple)\b/iu;
const causalWords =
  /\b(caused?|causes|because of|due to|led to|leads? to|drives?|driven by|results? in|resulted in|proves?|proved|causó|causa|causan|debido a|provocó|provoca|demuestra|prueba que)\b/iu;
const rankWords =
  /\b(highest|lowest|largest|smallest|top|worst|best|most common|number one|mayor|menor|peor|mejor|primer lugar)\b/iu;
const comparingWords =
  /\b(more|less|fewer|higher|lower|larger|smaller|rose|fell|grew|increased|decreased|gap|than|más|menos|mayores|menores|subió|bajó|aumentó|disminuyó|brecha)\b/iu;
const majorityWords = /\b(most|majority|more than half|mayoría|más de la mitad)\b/iu;
const personalWords =
  /\b(people|persons?|those|residents|adults|renters|owners|families|households) (who|that|which|whose)\b|\bquien(es)?\b|\b(personas|residentes|adultos|adultas|familias|hogares|los|las) que\b/iu;

const first = (pattern: RegExp, text: string): string | undefined => pattern.exec(text)?.[0];

const withoutMajority = (text: string): string =>
  text.replace(new RegExp(majorityWords.source, 'giu'), ' ');

/** The first word that claims a cause, in English or Spanish. */
export const firstCause = (text: string): string | undefined => first(causalWords, text);

/** The first words that tell of people by what they are: "people who". */
export const firstPersonal = (text: string): string | undefined => first(personalWords, text);

/** The first word that claims a rank. */
export const firstRank = (text: string): string | undefined => first(rankWords, text);

/** The first word that says one number is larger than another, "more than half" left out. */
export const firstComparison = (text: string): string | undefined =>
  first(comparingWords, withoutMajority(text));

/** The first word that claims more than half. */
export const firstMajority = (text: string): string | undefined => first(majorityWords, text);

/** The first number written out, "more than half" left out. */
export const firstSpelledNumber = (text: string): string | undefined =>
  first(spelledNumbers, withoutMajority(text));
