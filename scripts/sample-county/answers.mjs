/**
 * The answers of a wave, question by question, then what real fieldwork does to them: skipped items,
 * interviews that stop half-way, interviews without consent.
 *
 * @typedef {Map<string, string>} Answers cell by question name; an absent name is a blank cell
 */
import { stream } from './random.mjs';
import { ageBand } from './population.mjs';
import { barriers, domains, services, skippedMeals } from './needs.mjs';
import { blockEffect, drawLevel, drawShare, traitsOf } from './model.mjs';
import { openText } from './open-text.mjs';

/** Share of blank cells by item in a web interview; mail has more of them, the telephone fewer. */
const blankShare = /** @type {Record<string, number>} */ ({
  tenure: 0.008,
  years_here: 0.02,
  skipped_meals: 0.015,
  fs3a: 0.03,
  barriers: 0.035,
  travel_minutes: 0.04,
  age: 0.04,
  household_size: 0.02,
  children: 0.03,
  race_ethnicity: 0.02,
  disability: 0.03,
  income: 0.035,
  recommend: 0.025
});
const modeFactor = { mail: 1.7, web: 0.9, phone: 0.5 };
const incomeBands = /** @type {const} */ ([
  [15000, 'under_15'],
  [30000, '15_30'],
  [50000, '30_50'],
  [75000, '50_75'],
  [120000, '75_120'],
  [Infinity, '120_plus']
]);

/** @typedef {{ year: 2023 | 2026, rows: import('./sample.mjs').Respondent[], traits: import('./model.mjs').Traits[], cells: Answers[] }} Fieldwork */

/** Need and help in the ten domains. */
function answerNeeds(/** @type {Fieldwork} */ { year, rows, traits, cells }) {
  for (const { id, target, met, who, where } of domains) {
    const scores = rows.map(({ household, psu }, i) => {
      const reasons = /** @type {[keyof import('./model.mjs').Traits, number][]} */ (
        Object.entries(who)
      );
      return (
        reasons.reduce((sum, [trait, shift]) => sum + shift * traits[i][trait], 0) +
        (where[household.place.id] ?? 0) +
        blockEffect(psu, id) +
        traits[i].hardship
      );
    });
    const weights = rows.map(({ weight }) => weight);
    const unmet = drawShare({
      scores,
      weights,
      target: target[year],
      purpose: `${year}/unmet/${id}`
    });
    const chance = stream(`${year}/need/${id}`);
    for (const [i, cell] of cells.entries()) {
      const served = chance.next() < met;
      const part = chance.next() < 0.42;
      const unsure = chance.next() < 0.012;
      if (unmet[i] || served) {
        cell.set(`need_${id}`, 'yes');
        cell.set(`helped_${id}`, unmet[i] ? (part ? 'partly' : 'no') : 'full');
      } else cell.set(`need_${id}`, unsure ? 'dk' : 'no');
    }
  }
}

/** Skipped meals, set by tenure, and the six food-security items that go with it. */
function answerFood(/** @type {Fieldwork} */ { year, rows, traits, cells }) {
  const skipped = rows.map(() => false);
  for (const [tenure, target] of Object.entries(skippedMeals[year])) {
    const members = rows.flatMap(({ household }, i) => (household.tenure === tenure ? [i] : []));
    const answers = drawShare({
      scores: members.map(
        (i) =>
          0.6 * traits[i].poverty +
          0.35 * traits[i].disability +
          0.25 * traits[i].spanish +
          blockEffect(rows[i].psu, 'meals') +
          0.6 * traits[i].hardship
      ),
      weights: members.map((i) => rows[i].weight),
      target,
      purpose: `${year}/meals/${tenure}`
    });
    for (const [at, i] of members.entries()) skipped[i] = answers[at];
  }
  const chance = stream(`${year}/food`);
  for (const [i, cell] of cells.entries()) {
    const unsure = chance.next();
    cell.set(
      'skipped_meals',
      unsure < 0.008
        ? 'dk'
        : unsure < 0.02
          ? 'refused'
          : skipped[i]
            ? chance.pick(['often', 'sometimes', 'rarely'], [0.27, 0.5, 0.23])
            : 'never'
    );
    // One severity for all six items, so that the hard ones are rarely met without the easy ones.
    const severity =
      -1.3 +
      0.75 * traits[i].poverty +
      0.35 * traits[i].hardship +
      (skipped[i] ? 1.9 : 0) +
      0.7 * chance.normal();
    const often = (/** @type {number} */ hard) =>
      chance.next() < 0.012
        ? 'dk'
        : severity > hard + 1.5
          ? 'often'
          : severity > hard
            ? 'sometimes'
            : 'never';
    const yes = (/** @type {number} */ hard) =>
      chance.next() < 0.01 ? 'dk' : severity + 0.3 * chance.normal() > hard ? 'yes' : 'no';
    cell.set('fs1', often(-0.15));
    cell.set('fs2', often(-0.3));
    cell.set('fs3', yes(0.45));
    if (cell.get('fs3') === 'yes')
      cell.set(
        'fs3a',
        severity > 1.7 ? 'almost_every_month' : severity > 0.9 ? 'some_months' : 'one_or_two_months'
      );
    cell.set('fs4', yes(0.55));
    cell.set('fs5', yes(1.15));
  }
}

/** Importance and satisfaction, 1 to 5. */
function answerServices(/** @type {Fieldwork} */ { year, rows, traits, cells }) {
  const codes = ['1', '2', '3', '4', '5'];
  const chance = stream(`${year}/services`);
  for (const [i, cell] of cells.entries()) {
    const { household, psu } = rows[i];
    const mood = 0.4 * chance.normal() - 0.15 * traits[i].hardship;
    for (const { id, importance, satisfaction, unknown } of services) {
      const use =
        (id === 'buses' ? 0.5 * traits[i].poverty : 0) +
        (id === 'housing' ? 0.6 * traits[i].renter - 0.2 : 0) +
        (id === 'youth' ? 0.8 * traits[i].children - 0.3 : 0);
      cell.set(`imp_${id}`, drawLevel(codes, importance + use + 0.3 * mood, chance));
      const local =
        0.5 * blockEffect(psu, `sat_${id}`) +
        (household.place.stratum === 'edge' && id === 'buses' ? -0.6 : 0) +
        (household.place.id === 'hollis_park' ? 0.35 : 0) -
        0.12 * traits[i].poverty;
      const level = drawLevel(codes, satisfaction + local + mood, chance);
      cell.set(`sat_${id}`, chance.next() < unknown ? 'dk' : level);
    }
  }
}

/** Who people are, and the last questions. */
function answerAbout(/** @type {Fieldwork} */ { year, rows, traits, cells }) {
  const chance = stream(`${year}/about`);
  for (const [i, cell] of cells.entries()) {
    const { household, age } = rows[i];
    const near = household.place.shop * Math.exp(0.45 * chance.normal() + 0.08 * traits[i].poverty);
    const minutes = near > 12 ? Math.round(near / 5) * 5 : Math.max(1, Math.round(near));
    const years = Math.min(
      age,
      Math.floor(-Math.log(1 - chance.next()) * (traits[i].renter ? 11 : 24))
    );
    const band = incomeBands.find(([limit]) => household.income < limit)?.[1] ?? '120_plus';
    const reached = 7.1 - 0.75 * traits[i].hardship - 0.5 * traits[i].poverty + 2 * chance.normal();
    cell.set(
      'years_here',
      String(household.place.id === 'brightwater' ? Math.floor(years / 2) : years)
    );
    cell.set('travel_minutes', String(Math.min(120, minutes)));
    if (year === 2026) {
      const none = cell.get('helped_internet') === 'no' ? 0.62 : 0.03 + 0.05 * traits[i].older;
      cell.set(
        'home_internet',
        chance.pick(['fixed', 'phone', 'none'], [1 - none, 0.13 + 0.1 * traits[i].renter, none])
      );
    }
    cell.set('age', String(age));
    cell.set('household_size', String(household.ages.length + household.children));
    cell.set('children', String(household.children));
    cell.set('race_ethnicity', chance.next() < 0.022 ? 'refused' : household.race);
    cell.set('language', household.language);
    cell.set('disability', traits[i].disability ? 'yes' : 'no');
    cell.set('income', chance.next() < 0.075 ? 'refused' : band);
    cell.set('recommend', String(Math.max(0, Math.min(10, Math.round(reached)))));
    if (chance.next() < 0.12) cell.set('callback_phone', fictionalPhone(chance));
  }
}

/** Numbers 555-0100 to 555-0199 are set aside for fiction. */
const fictionalPhone = (/** @type {import('./random.mjs').Random} */ chance) =>
  `309-555-01${String(chance.integer(0, 99)).padStart(2, '0')}`;

/** Reasons, asked only where the recorded answers show an unmet need. */
function answerBarriers(/** @type {Fieldwork} */ { year, rows, traits, cells }) {
  const chance = stream(`${year}/barriers`);
  for (const [i, cell] of cells.entries()) {
    const { stratum, id } = rows[i].household.place;
    const isAsked = domains.some((domain) =>
      /partly|no/.test(cell.get(`helped_${domain.id}`) ?? '')
    );
    const chosen = barriers.filter(({ id: reason, odds }) => {
      const shift =
        (reason === 'cost' ? 0.35 * traits[i].poverty : 0) +
        (reason === 'distance' && (stratum === 'edge' || id === 'las_palomas') ? 1.2 : 0) +
        (reason === 'language_gap' ? 3 * traits[i].spanish : 0) +
        (reason === 'unwelcome' ? 0.5 * traits[i].spanish + 0.4 * traits[i].disability : 0) +
        (reason === 'hours' ? 0.5 * (1 - traits[i].older) : 0) +
        (reason === 'paperwork' ? 0.4 * traits[i].renter : 0);
      return (
        chance.next() < 1 / (1 + Math.exp(-(odds + shift + 0.5 * blockEffect(rows[i].psu, reason))))
      );
    });
    if (isAsked) cell.set('barriers', chosen.map(({ id: reason }) => reason).join(' ') || 'none');
  }
}

/** Items left blank here and there; what depends on a blank item goes with it. */
function leaveBlanks(/** @type {Fieldwork} */ { year, rows, cells }, /** @type {RegExp} */ which) {
  const chance = stream(`${year}/blanks/${which.source}`);
  for (const [i, cell] of cells.entries())
    for (const name of [...cell.keys()].filter((key) => which.test(key))) {
      const share = blankShare[name] ?? (name.startsWith('helped_') ? 0.02 : 0.014);
      if (chance.next() >= share * modeFactor[rows[i].mode]) continue;
      cell.delete(name);
      if (name.startsWith('need_')) cell.delete(name.replace('need_', 'helped_'));
      if (name === 'fs3') cell.delete('fs3a');
    }
}

/** Interviews that stop: all that comes after is blank. Without consent nothing comes at all. */
function stopEarly(/** @type {Fieldwork} */ { year, rows, cells }, /** @type {string[]} */ order) {
  const chance = stream(`${year}/stops`);
  for (const [i, cell] of cells.entries()) {
    const last = {
      complete: order.length,
      partial: chance.integer(order.indexOf('need_mental'), order.indexOf('household_size')),
      'break-off': order.indexOf('years_here') + 1,
      'no-consent': 0
    }[rows[i].disposition];
    for (const name of order.slice(last)) cell.delete(name);
    if (rows[i].disposition === 'no-consent') cell.delete('neighborhood');
  }
}

/**
 * @param {2023 | 2026} year
 * @param {import('./sample.mjs').Respondent[]} rows
 * @param {string[]} order question names in form order, from the neighborhood on
 * @returns {Answers[]} one per row
 */
export function answerWave(year, rows, order) {
  const traits = traitsOf(rows, String(year));
  const cells = rows.map(
    ({ household }) =>
      new Map([
        ['neighborhood', household.place.id],
        ['tenure', household.tenure]
      ])
  );
  const fieldwork = { year, rows, traits, cells };
  answerNeeds(fieldwork);
  leaveBlanks(fieldwork, /^(need|helped)_/);
  answerBarriers(fieldwork);
  answerFood(fieldwork);
  answerServices(fieldwork);
  answerAbout(fieldwork);
  openText(fieldwork);
  leaveBlanks(fieldwork, /^(?!need_|helped_|neighborhood|help_most|callback_phone)/);
  stopEarly(fieldwork, order);
  for (const [i, cell] of cells.entries()) {
    cell.set('consent', rows[i].disposition === 'no-consent' ? 'no' : 'yes');
    if (cell.has('age')) cell.set('age_band', ageBand(Number(cell.get('age'))));
  }
  return cells;
}
