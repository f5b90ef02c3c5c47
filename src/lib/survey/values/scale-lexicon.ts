/** Which end of an ordered scale is the bad one; null when that depends on what was asked. */
export type ScaleDirection = 'low-is-bad' | 'low-is-good' | null;

/** An ordered answer scale, low end first, English and Spanish. */
export interface Scale {
  id: string;
  direction: ScaleDirection;
  /** each step with its spellings in lower case; forms may leave steps out */
  steps: readonly (readonly string[])[];
}

/** Spellings are parted by "|"; "@" is the ending of both genders, as in `satisfech@`. */
const scale = (id: string, direction: ScaleDirection, steps: readonly string[]): Scale => ({
  id,
  direction,
  steps: steps.map((step) => step.split('|').flatMap(genders))
});

const genders = (text: string): string[] =>
  text.includes('@')
    ? ['o', 'a', 'o(a)', 'o/a', 'os', 'as'].map((ending) => text.replaceAll('@', ending))
    : [text];

export const SCALES: readonly Scale[] = [
  scale('satisfaction', 'low-is-bad', [
    'completely dissatisfied|totalmente insatisfech@|completamente insatisfech@',
    'very dissatisfied|extremely dissatisfied|very unsatisfied|not at all satisfied|muy insatisfech@|nada satisfech@',
    'dissatisfied|moderately dissatisfied|unsatisfied|insatisfech@',
    'somewhat dissatisfied|slightly dissatisfied|somewhat unsatisfied|not very satisfied|algo insatisfech@|poco satisfech@',
    'neutral|neither satisfied nor dissatisfied|neither|ni satisfech@ ni insatisfech@|ni satisfecho ni insatisfecho|indiferente',
    'somewhat satisfied|slightly satisfied|algo satisfech@',
    'satisfied|moderately satisfied|satisfech@',
    'very satisfied|extremely satisfied|muy satisfech@',
    'completely satisfied|totalmente satisfech@|completamente satisfech@'
  ]),
  scale('agreement', null, [
    'strongly disagree|completely disagree|totally disagree|totalmente en desacuerdo|muy en desacuerdo|completamente en desacuerdo',
    'disagree|en desacuerdo',
    'somewhat disagree|slightly disagree|tend to disagree|algo en desacuerdo|parcialmente en desacuerdo',
    'neutral|neither agree nor disagree|neither agree or disagree|undecided|ni de acuerdo ni en desacuerdo|neutral(a)|indeciso',
    'somewhat agree|slightly agree|tend to agree|algo de acuerdo|parcialmente de acuerdo',
    'agree|de acuerdo',
    'strongly agree|completely agree|totally agree|totalmente de acuerdo|muy de acuerdo|completamente de acuerdo'
  ]),
  scale('favorability', 'low-is-bad', [
    'very unfavorable|very unfavorably|muy desfavorable',
    'unfavorable|unfavorably|desfavorable',
    'somewhat unfavorable|somewhat unfavorably|algo desfavorable',
    'neutral|neither favorably nor unfavorably (neutral)|neither favorably nor unfavorably|ni favorable ni desfavorable',
    'somewhat favorable|somewhat favorably|algo favorable',
    'favorable|favorably',
    'very favorable|very favorably|muy favorable'
  ]),
  scale('frequency', null, [
    'never|never, and not open to it|nunca|jamás',
    'never, but open to it|once|una vez|almost never|hardly ever|casi nunca',
    'rarely|seldom|raramente|rara vez|pocas veces',
    'occasionally|ocasionalmente|de vez en cuando',
    'sometimes|a veces|algunas veces|more_once|more than once',
    'often|frequently|a menudo|frecuentemente|con frecuencia|muchas veces',
    'usually|most of the time|very often|muy a menudo|casi siempre|almost always|la mayoría de las veces',
    'always|siempre|all of the time'
  ]),
  scale('how-often', null, [
    'never|nunca',
    'less than once a year|menos de una vez al año',
    'once a year|yearly|una vez al año|anualmente',
    'a few times a year|several times a year|unas pocas veces al año|varias veces al año',
    'less than once a month|menos de una vez al mes',
    'once a month|monthly|una vez al mes|mensualmente',
    'a few times a month|several times a month|varias veces al mes',
    'once a week|weekly|una vez a la semana|una vez por semana|semanalmente',
    'a few times a week|several times a week|varias veces a la semana|varias veces por semana',
    'daily|every day|once a day|todos los días|a diario|diariamente',
    'several times a day|more than once a day|varias veces al día'
  ]),
  scale('quality', 'low-is-bad', [
    'terrible|pésim@',
    'very poor|very bad|muy mal@|muy deficiente',
    'poor|bad|mal@|deficiente',
    'fair|average|okay|ok|regular|aceptable',
    'good|buen@',
    'very good|muy buen@',
    'excellent|excelente'
  ]),
  scale('importance', null, [
    'not at all important|not important|unimportant|nada importante|no importante|sin importancia',
    'not too important|not very important|slightly important|of little importance|poco importante',
    'somewhat important|moderately important|neutral|fairly important|algo importante|moderadamente importante',
    'important|importante',
    'very important|muy importante',
    'extremely important|essential|sumamente importante|extremadamente importante|esencial'
  ]),
  scale('likelihood', null, [
    'not at all likely|extremely unlikely|definitely will not|nada probable',
    'very unlikely|muy improbable',
    'unlikely|not very likely|not too likely|improbable|poco probable',
    'somewhat unlikely|slightly unlikely|algo improbable',
    'neutral|neither likely nor unlikely|ni probable ni improbable',
    'somewhat likely|slightly likely|moderately likely|algo probable',
    'likely|probable',
    'very likely|muy probable',
    'extremely likely|definitely will|sumamente probable|extremadamente probable'
  ]),
  scale('concern', null, [
    'not at all concerned|not concerned|not at all worried|not worried|nada preocupad@',
    'not very concerned|slightly concerned|not too concerned|not too worried|a little worried|poco preocupad@',
    'somewhat concerned|moderately concerned|somewhat worried|algo preocupad@',
    'concerned|worried|preocupad@',
    'very concerned|very worried|muy preocupad@',
    'extremely concerned|extremely worried|sumamente preocupad@|extremadamente preocupad@'
  ]),
  scale('amount', null, [
    'not at all|none|nothing at all|none at all|nada|en absoluto',
    'not much|only a little|a little|very little|poco|muy poco',
    'some|somewhat|a moderate amount|algo',
    'a lot|very much|a great deal|mucho',
    'extremely|muchísimo'
  ]),
  scale('problem', 'low-is-good', [
    'not a problem|no problem|not a problem at all|no es un problema|ningún problema',
    'minor problem|small problem|a small problem|problema menor|problema pequeño',
    'moderate problem|somewhat of a problem|problema moderado|algo de problema',
    'major problem|serious problem|big problem|a big problem|problema grave|problema grande'
  ]),
  scale('priority', null, [
    'not a priority|no es prioridad|no es una prioridad',
    'low priority|low|prioridad baja|baja|bajo',
    'medium priority|medium|moderate|moderate priority|prioridad media|media|medio',
    'high priority|high|prioridad alta|alta|alto',
    'essential|very high|very high priority|top priority|prioridad muy alta|muy alta|máxima prioridad'
  ]),
  scale('truth', null, [
    'not true at all|not at all true|never true|definitely false|nada cierto|nunca es cierto|totalmente falso',
    'not very true|mostly false|rarely true|poco cierto|casi nunca es cierto|mayormente falso',
    'somewhat true|sometimes true|algo cierto|a veces cierto|a veces es cierto',
    'mostly true|often true|mayormente cierto|frecuentemente cierto|a menudo es cierto',
    'completely true|very true|definitely true|totalmente cierto|muy cierto|completamente cierto'
  ]),
  scale('time', null, [
    'none of the time|en ningún momento|nunca',
    'a little of the time|a little bit of the time|una pequeña parte del tiempo|poco tiempo|un poco del tiempo',
    'some of the time|parte del tiempo|algo del tiempo|algunas veces',
    'most of the time|la mayor parte del tiempo',
    'all of the time|todo el tiempo'
  ]),
  scale('comparison', 'low-is-bad', [
    'much worse|a lot worse|mucho peor',
    'worse|peor',
    'somewhat worse|a little worse|slightly worse|algo peor|un poco peor',
    'about the same|same|the same|no change|igual|más o menos igual|lo mismo',
    'somewhat better|a little better|slightly better|algo mejor|un poco mejor',
    'better|mejor',
    'much better|a lot better|mucho mejor'
  ]),
  scale('change', null, [
    'decreased a lot|much less|disminuyó mucho|mucho menos',
    'decreased|less|decreased a little|somewhat less|disminuyó|menos|disminuyó un poco',
    'stayed the same|about the same|no change|se mantuvo igual|igual|sin cambios',
    'increased|more|increased a little|somewhat more|aumentó|más|aumentó un poco',
    'increased a lot|much more|aumentó mucho|mucho más'
  ]),
  scale('expertise', null, [
    'none|no experience|ningun@|sin experiencia',
    'novice|beginner|inicial|principiante',
    'intermediate|intermedi@',
    'advanced|avanzad@',
    'expert|expert@'
  ]),
  scale('yes-maybe-no', null, [
    'definitely not|definitivamente no',
    'no',
    'probably not|probablemente no',
    'maybe|unsure|tal vez|quizás|quizá|a lo mejor',
    'probably|probably yes|probablemente sí|probablemente',
    'yes|sí|si',
    'definitely|definitely yes|definitivamente sí|definitivamente'
  ])
];
