/** Ordered answer scales, low end first, English and Spanish. */
export interface Scale {
  id: string;
  /** each step with its spellings, lower case */
  steps: string[][];
  /** steps that a form may leave out */
  direction: 'low-is-bad' | 'low-is-good' | null;
}

export const SCALES: readonly Scale[] = [
  {
    id: 'satisfaction',
    direction: 'low-is-bad',
    steps: [
      [
        'very dissatisfied',
        'extremely dissatisfied',
        'muy insatisfecho',
        'muy insatisfecha',
        'completely dissatisfied'
      ],
      [
        'dissatisfied',
        'somewhat dissatisfied',
        'moderately dissatisfied',
        'insatisfecho',
        'insatisfecha',
        'algo insatisfecho'
      ],
      [
        'neutral',
        'neither satisfied nor dissatisfied',
        'ni satisfecho ni insatisfecho',
        'ni satisfecha ni insatisfecha'
      ],
      [
        'satisfied',
        'somewhat satisfied',
        'moderately satisfied',
        'satisfecho',
        'satisfecha',
        'algo satisfecho'
      ],
      [
        'very satisfied',
        'extremely satisfied',
        'muy satisfecho',
        'muy satisfecha',
        'completely satisfied'
      ]
    ]
  },
  {
    id: 'agreement',
    direction: null,
    steps: [
      ['strongly disagree', 'completely disagree', 'totalmente en desacuerdo', 'muy en desacuerdo'],
      ['disagree', 'somewhat disagree', 'en desacuerdo'],
      ['neutral', 'neither agree nor disagree', 'undecided', 'ni de acuerdo ni en desacuerdo'],
      ['agree', 'somewhat agree', 'de acuerdo'],
      ['strongly agree', 'completely agree', 'totalmente de acuerdo', 'muy de acuerdo']
    ]
  },
  {
    id: 'favorability',
    direction: 'low-is-bad',
    steps: [
      ['very unfavorably', 'very unfavorable'],
      ['somewhat unfavorably', 'somewhat unfavorable'],
      [
        'neither favorably nor unfavorably (neutral)',
        'neither favorably nor unfavorably',
        'neutral'
      ],
      ['somewhat favorably', 'somewhat favorable'],
      ['very favorably', 'very favorable']
    ]
  },
  {
    id: 'frequency',
    direction: null,
    steps: [
      ['never', 'never, and not open to it', 'nunca'],
      ['never, but open to it', 'once', 'una vez', 'casi nunca'],
      ['rarely', 'seldom', 'hardly ever', 'raramente', 'rara vez'],
      ['occasionally', 'ocasionalmente'],
      ['sometimes', 'a veces', 'algunas veces', 'more_once', 'more than once'],
      [
        'often',
        'frequently',
        'usually',
        'most of the time',
        'a menudo',
        'frecuentemente',
        'con frecuencia',
        'casi siempre'
      ],
      ['very often', 'muy a menudo'],
      ['always', 'siempre', 'all of the time']
    ]
  },
  {
    id: 'quality',
    direction: 'low-is-bad',
    steps: [
      ['very poor', 'very bad', 'muy malo', 'muy mala', 'terrible'],
      ['poor', 'bad', 'malo', 'mala', 'deficiente'],
      ['fair', 'average', 'regular', 'okay'],
      ['good', 'bueno', 'buena'],
      ['very good', 'muy bueno', 'muy buena'],
      ['excellent', 'excelente']
    ]
  },
  {
    id: 'importance',
    direction: null,
    steps: [
      ['not at all important', 'not important', 'unimportant', 'nada importante', 'no importante'],
      ['not too important', 'not very important', 'slightly important', 'poco importante'],
      ['somewhat important', 'moderately important', 'neutral', 'algo importante'],
      ['important', 'importante'],
      ['very important', 'muy importante'],
      ['extremely important', 'essential', 'sumamente importante']
    ]
  },
  {
    id: 'likelihood',
    direction: null,
    steps: [
      [
        'very unlikely',
        'not at all likely',
        'extremely unlikely',
        'muy improbable',
        'nada probable'
      ],
      ['unlikely', 'somewhat unlikely', 'not very likely', 'improbable', 'poco probable'],
      ['neutral', 'neither likely nor unlikely'],
      ['likely', 'somewhat likely', 'probable', 'algo probable'],
      ['very likely', 'extremely likely', 'muy probable']
    ]
  },
  {
    id: 'concern',
    direction: null,
    steps: [
      ['not at all concerned', 'not concerned', 'nada preocupado'],
      ['not very concerned', 'slightly concerned', 'not too concerned', 'poco preocupado'],
      ['somewhat concerned', 'moderately concerned', 'algo preocupado'],
      ['concerned', 'preocupado'],
      ['very concerned', 'extremely concerned', 'muy preocupado']
    ]
  },
  {
    id: 'amount',
    direction: null,
    steps: [
      ['not at all', 'none', 'nothing at all', 'nada', 'none at all'],
      ['not much', 'only a little', 'a little', 'very little', 'poco'],
      ['some', 'somewhat', 'a moderate amount', 'algo'],
      ['a lot', 'very much', 'a great deal', 'mucho'],
      ['extremely', 'muchísimo']
    ]
  },
  {
    id: 'problem',
    direction: 'low-is-good',
    steps: [
      ['not a problem', 'no problem', 'no es un problema'],
      ['minor problem', 'small problem', 'problema menor'],
      ['moderate problem', 'somewhat of a problem', 'problema moderado'],
      ['major problem', 'serious problem', 'big problem', 'problema grave']
    ]
  },
  {
    id: 'priority',
    direction: null,
    steps: [
      ['not a priority', 'no es prioridad'],
      ['low priority', 'low', 'prioridad baja', 'baja'],
      ['medium priority', 'medium', 'moderate', 'prioridad media', 'media'],
      ['high priority', 'high', 'prioridad alta', 'alta'],
      ['essential', 'very high', 'top priority']
    ]
  },
  {
    id: 'truth',
    direction: null,
    steps: [
      ['not true at all', 'never true', 'definitely false'],
      ['not very true', 'mostly false', 'rarely true'],
      ['somewhat true', 'sometimes true'],
      ['mostly true', 'often true'],
      ['completely true', 'very true', 'definitely true']
    ]
  },
  {
    id: 'time',
    direction: null,
    steps: [
      ['none of the time'],
      ['a little of the time'],
      ['some of the time'],
      ['most of the time'],
      ['all of the time']
    ]
  },
  {
    id: 'comparison',
    direction: 'low-is-bad',
    steps: [
      ['much worse', 'mucho peor'],
      ['somewhat worse', 'worse', 'a little worse', 'peor'],
      ['about the same', 'same', 'the same', 'igual'],
      ['somewhat better', 'better', 'a little better', 'mejor'],
      ['much better', 'mucho mejor']
    ]
  },
  {
    id: 'expertise',
    direction: null,
    steps: [
      ['none', 'no experience', 'sin experiencia'],
      ['novice', 'beginner', 'inicial', 'principiante'],
      ['intermediate', 'intermedio'],
      ['advanced', 'avanzado'],
      ['expert', 'experto']
    ]
  },
  {
    id: 'yes-maybe-no',
    direction: null,
    steps: [
      ['no', 'definitely not'],
      ['probably not', 'probablemente no'],
      ['maybe', 'tal vez', 'quizás'],
      ['probably', 'probably yes', 'probablemente sí'],
      ['yes', 'definitely', 'definitely yes', 'sí']
    ]
  }
];
