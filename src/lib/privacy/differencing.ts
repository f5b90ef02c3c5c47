/**
 * People split into groups whose numbers are known: by a released table, or by an answer given before.
 * Known are each shown group, the hidden ones together, and everyone who is in none.
 */
export interface Split {
  /** group of each row; 0 = in none; `notAsked` = nothing of it is known */
  codes: ArrayLike<number>;
  /** by code, 1 = hidden */
  hidden: ArrayLike<number>;
}

/** A split as it was told. */
export interface ToldSplit extends Split {
  /** how many people the groups are is known, and nothing else of them */
  sizesOnly: boolean;
}

/** Code of people who were not asked, or gave no answer: splits are compared without them. */
export const notAsked = 0xffffffff;

/** Who could be asked about, who of them counts as yes, and from which PSU they come. */
export interface People {
  /** 1 = could be asked about */
  everyone: Uint8Array;
  /** null where there is no yes and no, as for a mean of numbers */
  member: ArrayLike<number> | null;
  /** null: each row is its own PSU */
  psu: ArrayLike<number> | null;
}

/**
 * Whether the numbers of two splits of the same people, put together, tell a number that could not be
 * shown.
 *
 * A group of the one is cut by groups of the other into parts. An outsider knows that the parts add up
 * to the group, that each is at most the other group, and which are empty; and, knowing how many people
 * the parts are, the same of those who said yes. So each part has a range (Fréchet bounds). It is safe
 * when the range is at least `k`; when it is no narrower than the one or the other number makes it by
 * itself, so that the two tell nothing together; or when the part could be shown: `k` people or more
 * from two PSUs or more, of whom `k` or more said yes and `k` or more no.
 */
export function tellsTogether(a: ToldSplit, b: ToldSplit, people: People, k: number): boolean {
  const isOfSizes = a.sizesOnly || b.sizesOnly;
  const table = crossing(a, b, isOfSizes ? { ...people, member: null } : people);
  return linesTell(table, k) || linesTell(turned(table), k);
}

/**
 * Whether a split, put beside the number of everyone, tells a number that could not be shown: that of
 * the people who are in none of its groups. With hidden groups those stay among them.
 */
export function tellsOfRest(split: ToldSplit, people: People, k: number): boolean {
  const [placeOf] = placesOf(split);
  const everyone: Split = { codes: new Uint8Array(people.everyone.length), hidden: [0] };
  const { hasYes, lines } = crossing(split, everyone, people);
  const unshown = new Set(
    Array.from(placeOf).filter((_, code) => code === 0 || split.hidden[code])
  );
  const rest = lines.reduce((sum, [part], place) => {
    return unshown.has(place) ? plus(sum, part!) : sum;
  }, none);
  return rest.n > 0 && !canBeShown(rest, hasYes, k);
}

const canBeShown = ({ n, yes, psu }: Part, hasYes: boolean, k: number): boolean =>
  n >= k && psu === severalPsus && (!hasYes || (yes >= k && n - yes >= k));

/** Respondents in a part. */
interface Part {
  n: number;
  yes: number;
  /** no PSU, the only one, or several */
  psu: number;
}

const none: Part = { n: 0, yes: 0, psu: -1 };
const severalPsus = -2;

const plus = (a: Part, b: Part): Part => ({
  n: a.n + b.n,
  yes: a.yes + b.yes,
  psu: a.n === 0 ? b.psu : b.n === 0 || a.psu === b.psu ? a.psu : severalPsus
});

/** Parts by the groups of two splits; null where there is no yes and no. */
interface Crossing {
  hasYes: boolean;
  lines: Part[][];
}

function crossing(a: Split, b: Split, { everyone, member, psu }: People): Crossing {
  const [lineOf, lines] = placesOf(a);
  const [columnOf, columns] = placesOf(b);
  const parts = Array.from({ length: lines }, () =>
    Array.from({ length: columns }, (): Part => ({ ...none }))
  );
  for (let i = 0; i < everyone.length; i++) {
    if (everyone[i] !== 1 || a.codes[i] === notAsked || b.codes[i] === notAsked) continue;
    const part = parts[lineOf[a.codes[i]!]!]![columnOf[b.codes[i]!]!]!;
    const from = psu ? psu[i]! : i;
    part.psu = part.n === 0 || part.psu === from ? from : severalPsus;
    part.n++;
    if (member?.[i] === 1) part.yes++;
  }
  return { hasYes: member !== null, lines: parts };
}

/** Place of each code: hidden groups share one. */
export function placesOf({ hidden }: Split): [place: Uint32Array, places: number] {
  const place = new Uint32Array(hidden.length);
  let places = 0;
  let pool = -1;
  for (let code = 0; code < hidden.length; code++)
    if (hidden[code] !== 1) place[code] = places++;
    else place[code] = pool < 0 ? (pool = places++) : pool;
  return [place, places];
}

const turned = ({ lines, hasYes }: Crossing): Crossing => ({
  hasYes,
  lines: lines[0]!.map((_, column) => lines.map((line) => line[column]!))
});

function linesTell({ lines, hasYes }: Crossing, k: number): boolean {
  const columns = lines[0]!.length;
  // Everyone outside a line, by column: sums from the front and from the back.
  const before = runningSums(lines, columns);
  const after = runningSums(lines.toReversed(), columns).reverse();
  return lines.some((line, l) => {
    const outside = line.map((_, c) => plus(before[l]![c]!, after[l]![c]!));
    // All groups of the other split at once, for sums of them; and each beside everyone else.
    return (
      lineTells(line, outside, hasYes, k) ||
      (columns > 2 &&
        line.some((_, c) => lineTells(besideRest(line, c), besideRest(outside, c), hasYes, k)))
    );
  });
}

const besideRest = (parts: readonly Part[], c: number): Part[] => [
  parts[c]!,
  parts.reduce((sum, part, other) => (other === c ? sum : plus(sum, part)), none)
];

/** By line, the sums of the lines before it. */
function runningSums(lines: readonly Part[][], columns: number): Part[][] {
  let sum = new Array<Part>(columns).fill(none);
  return lines.map((line) => {
    const before = sum;
    sum = sum.map((part, c) => plus(part, line[c]!));
    return before;
  });
}

/** Whether a group of one split tells too much of a part, inside it or outside. */
function lineTells(
  line: readonly Part[],
  outside: readonly Part[],
  hasYes: boolean,
  k: number
): boolean {
  const isCut = line.map((part, c) => part.n > 0 && outside[c]!.n > 0);
  if (!isCut.includes(true)) return false;
  const isSizeOpen = openness(sizesOf(line, outside), k);
  const isYesOpen = hasYes ? openness(yesesOf(line, outside), k) : isSizeOpen;
  const isTold = ({ n, yes, psu }: Part, isSizeKept: boolean, areYesKept: boolean): boolean => {
    if (!isSizeKept && n < k) return true;
    if (hasYes && !areYesKept && (yes < k || n - yes < k)) return true;
    return !(isSizeKept && areYesKept) && psu !== severalPsus;
  };
  return line.some((part, c) => {
    const [size, yes] = [isSizeOpen[c]!, isYesOpen[c]!];
    return (
      isCut[c]! &&
      (isTold(part, size.inside, yes.inside) || isTold(outside[c]!, size.outside, yes.outside))
    );
  });
}

/** A count of a column inside a line and outside it, with what is known of the part inside. */
interface Cut {
  inside: number;
  outside: number;
  /** least and most inside, for who knows the column alone */
  least: number;
  most: number;
  /** most inside and most outside, for who knows the line alone, and everyone */
  mostInside: number;
  mostOutside: number;
}

function sizesOf(line: readonly Part[], outside: readonly Part[]): Cut[] {
  const [inLine, elsewhere] = [line, outside].map((parts) =>
    parts.reduce((sum, { n }) => sum + n, 0)
  ) as [number, number];
  return line.map(({ n }, c) => {
    const rest = outside[c]!.n;
    const isCut = n > 0 && rest > 0;
    return {
      inside: n,
      outside: rest,
      least: isCut ? 0 : n,
      most: isCut ? n + rest : n,
      mostInside: n > 0 ? inLine : 0,
      mostOutside: rest > 0 ? elsewhere : 0
    };
  });
}

/** The same of those who said yes, for who knows how many people the parts are. */
const yesesOf = (line: readonly Part[], outside: readonly Part[]): Cut[] =>
  line.map(({ n, yes }, c) => {
    const rest = outside[c]!;
    const all = yes + rest.yes;
    return {
      inside: yes,
      outside: rest.yes,
      least: Math.max(0, all - rest.n),
      most: Math.min(n, all),
      mostInside: n,
      mostOutside: rest.n
    };
  });

/**
 * By column, whether the part inside a line and the part outside stay open, for who knows column and
 * line: a range of at least `k`, or what it is for who knows one of the two.
 */
function openness(cuts: readonly Cut[], k: number): { inside: boolean; outside: boolean }[] {
  const sum = (of: keyof Cut): number => cuts.reduce((total, cut) => total + cut[of], 0);
  const [inside, outside] = [sum('inside'), sum('outside')];
  const [least, most] = [sum('least'), sum('most')];
  const [mostInside, mostOutside] = [sum('mostInside'), sum('mostOutside')];
  return cuts.map((cut) => {
    const all = cut.inside + cut.outside;
    const low = Math.max(cut.least, inside - (most - cut.most));
    const high = Math.min(cut.most, inside - (least - cut.least));
    const isKept = (lowByLine: number, highByLine: number): boolean =>
      high - low >= k ||
      (low === Math.max(cut.least, lowByLine) && high === Math.min(cut.most, highByLine));
    return {
      inside: isKept(inside - (mostInside - cut.mostInside), Math.min(cut.mostInside, inside)),
      outside: isKept(
        all - Math.min(cut.mostOutside, outside),
        all - (outside - (mostOutside - cut.mostOutside))
      )
    };
  });
}
