/**
 * The drawing of the sample: within each stratum, block groups with probability proportional to the
 * homes on the address list (systematic, in neighborhood order), then addresses at random, then one
 * adult at random in the home.
 *
 * @typedef {object} Respondent
 * @property {import('./population.mjs').Household} household
 * @property {number} age
 * @property {string} psu
 * @property {number} weight base weight: inverse chance of selection, nonresponse by stratum
 * @property {'mail' | 'web' | 'phone'} mode
 * @property {'complete' | 'partial' | 'break-off' | 'no-consent'} disposition partial: stopped later on;
 *   break-off: stopped before the first need question
 *
 * @typedef {{ invited: number, opened: number, eligible: number, complete: number, kept: number }} Ladder
 */
import { stream } from './random.mjs';
import { strata, VACANT } from './places.mjs';

/** Who answers: older people and owners more, as in most mail surveys. */
const willingness = (/** @type {number} */ age, /** @type {string} */ tenure) =>
  (age < 35 ? 0.72 : age < 50 ? 0.94 : age < 65 ? 1.1 : 1.28) * (tenure === 'own' ? 1.06 : 0.92);

/** Systematic draw with probability proportional to size; no unit is larger than the step. */
function drawBlockGroups(
  /** @type {import('./population.mjs').BlockGroup[]} */ groups,
  /** @type {number} */ count,
  /** @type {number} */ start
) {
  const total = groups.reduce((sum, group) => sum + group.frameHomes, 0);
  const step = total / count;
  const drawn = [];
  let reached = 0;
  let next = start * step;
  for (const group of groups) {
    reached += group.frameHomes;
    if (next < reached) {
      drawn.push({ group, chance: (count * group.frameHomes) / total });
      next += step;
    }
  }
  return drawn;
}

/**
 * @param {2023 | 2026} year
 * @param {import('./population.mjs').BlockGroup[]} groups
 * @returns {{ respondents: Respondent[], ladder: Ladder }}
 */
export function drawSample(year, groups) {
  const ladder = { invited: 0, opened: 0, eligible: 0, complete: 0, kept: 0 };
  /** @type {Respondent[]} */
  const respondents = [];
  for (const [name, plan] of Object.entries(strata)) {
    const chance = stream(`sample/${year}/${name}`);
    const inStratum = groups.filter(({ place }) => place.stratum === name);
    const answer = plan.answer * (year === 2023 ? 1.09 : 1);
    const opened = [];
    let invited = 0;
    for (const { group, chance: drawn } of drawBlockGroups(inStratum, plan.psus, chance.next())) {
      const mood = 1 + 0.12 * chance.normal();
      const homes = group.households.length / (1 - VACANT);
      const chosen = chance.shuffle(group.households).slice(0, plan.invited[year]);
      invited += chosen.length;
      for (const household of chosen) {
        const isVacant = chance.next() < VACANT;
        const age = chance.pick(household.ages);
        const rate = Math.min(0.9, answer * mood * willingness(age, household.tenure));
        if (isVacant || chance.next() >= rate) continue;
        const perHome = homes / chosen.length / drawn;
        opened.push({ household, age, psu: group.id, perHome });
      }
    }
    const rows = opened.map((row) => {
      const mode = chance.pick(
        /** @type {const} */ (['mail', 'web', 'phone']),
        row.age >= 65 ? [0.58, 0.27, 0.15] : row.age >= 35 ? [0.36, 0.53, 0.11] : [0.17, 0.75, 0.08]
      );
      const disposition = chance.pick(
        /** @type {const} */ (['complete', 'partial', 'break-off', 'no-consent']),
        mode === 'web' ? [0.952, 0.032, 0.008, 0.008] : [0.968, 0.02, 0.004, 0.008]
      );
      return { ...row, mode, disposition };
    });
    const kept = rows.filter(({ disposition }) => /complete|partial/.test(disposition)).length;
    const nonresponse = (invited * (1 - VACANT)) / kept;
    for (const { perHome, ...row } of rows) {
      const weight = perHome * nonresponse * row.household.ages.length;
      respondents.push({ ...row, weight: Math.round(weight * 1e3) / 1e3 });
    }
    ladder.invited += invited;
    ladder.opened += Math.round(rows.length * (1.24 + 0.1 * chance.next()));
    ladder.eligible += rows.length;
    ladder.complete += rows.filter(({ disposition }) => disposition !== 'no-consent').length;
    ladder.kept += kept;
  }
  return { respondents, ladder };
}
