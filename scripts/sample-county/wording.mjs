/**
 * What the sample calls its measures and groups, written by hand: a label for headings, a predicate for
 * sentences ("38% of renters ..."), and names of groups that read well inside a sentence.
 */

const words = (/** @type {string} */ en, /** @type {string} */ es) => ({ en, es });

export const wording = {
  fictional: true,
  measures: {
    'prevalence:skipped-meals': {
      labels: words('Skipped meals to pay for housing', 'Dejar de comer para pagar la vivienda'),
      predicate: words(
        'skipped meals to pay for housing',
        'dejaron de comer para pagar la vivienda'
      ),
      inputs: { answer: { yes: ['often', 'sometimes', 'rarely'], no: ['never'] } }
    },
    'answer-shares:skipped-meals': {
      labels: words(
        'How often people skipped meals to pay for housing',
        'Con qué frecuencia dejaron de comer para pagar la vivienda'
      )
    },
    'unmet-need:rent': {
      labels: words('Rent or mortgage', 'Renta o hipoteca'),
      predicate: words(
        'did not get the help they needed with rent or mortgage',
        'no recibieron la ayuda que necesitaban con la renta o la hipoteca'
      )
    },
    'unmet-need:dental': {
      labels: words('Seeing a dentist', 'Ir al dentista'),
      predicate: words(
        'did not get the dental care they needed',
        'no recibieron la atención dental que necesitaban'
      )
    },
    'unmet-need:mental': {
      labels: words('Mental health care', 'Atención de salud mental'),
      predicate: words(
        'did not get the mental health care they needed',
        'no recibieron la atención de salud mental que necesitaban'
      )
    },
    'unmet-need:streets': {
      labels: words('Safer streets', 'Calles más seguras'),
      predicate: words(
        'did not get the help they needed to make a street safer',
        'no recibieron la ayuda que necesitaban para una calle más segura'
      )
    },
    'unmet-need:food': {
      labels: words('Enough food', 'Suficiente comida'),
      predicate: words(
        'did not get the help they needed with food',
        'no recibieron la ayuda que necesitaban con la comida'
      )
    },
    'unmet-need:medicine': {
      labels: words('Cost of medicine', 'Costo de las medicinas'),
      predicate: words(
        'did not get the help they needed with the cost of medicine',
        'no recibieron la ayuda que necesitaban con el costo de las medicinas'
      )
    },
    'unmet-need:rides': {
      labels: words('Rides to work or school', 'Transporte al trabajo o la escuela'),
      predicate: words(
        'did not get the rides they needed',
        'no recibieron el transporte que necesitaban'
      )
    },
    'unmet-need:childcare': {
      labels: words('Child care', 'Cuidado de niños'),
      predicate: words(
        'did not get the child care they needed',
        'no recibieron el cuidado de niños que necesitaban'
      )
    },
    'unmet-need:internet': {
      labels: words('Internet at home', 'Internet en casa'),
      predicate: words(
        'did not get the help they needed with internet at home',
        'no recibieron la ayuda que necesitaban con internet en casa'
      )
    },
    'unmet-need:legal': {
      labels: words('Legal help', 'Ayuda legal'),
      predicate: words(
        'did not get the legal help they needed',
        'no recibieron la ayuda legal que necesitaban'
      )
    },
    'access-barriers:needs-barriers': {
      labels: words(
        'What kept people from getting help',
        'Qué impidió que la gente recibiera ayuda'
      )
    },
    'importance-satisfaction:services': {
      labels: words(
        'Services: important and not satisfying',
        'Servicios: importantes y poco satisfactorios'
      )
    }
  },
  groups: {
    tenure: {
      name: words('Housing', 'Vivienda'),
      members: {
        own: words('owners', 'personas con casa propia'),
        rent: words('renters', 'personas que rentan'),
        no_rent: words(
          'people who live with others and pay no rent',
          'personas que viven con otras y no pagan renta'
        ),
        other: words(
          'people in shelters, motels or other places',
          'personas en albergues, moteles u otros lugares'
        )
      }
    },
    age_band: {
      name: words('Age', 'Edad'),
      members: {
        '18_34': words('adults aged 18 to 34', 'personas de 18 a 34 años'),
        '35_49': words('adults aged 35 to 49', 'personas de 35 a 49 años'),
        '50_64': words('adults aged 50 to 64', 'personas de 50 a 64 años'),
        '65_plus': words('adults aged 65 and over', 'personas de 65 años o más')
      }
    },
    race_ethnicity: {
      name: words('Race and ethnicity', 'Raza y etnia'),
      members: {
        white: words('White adults', 'personas blancas'),
        black: words('Black adults', 'personas negras'),
        hispanic: words('Hispanic or Latino adults', 'personas hispanas o latinas'),
        asian: words('Asian adults', 'personas asiáticas'),
        multiple: words('adults of several races', 'personas de varias razas')
      }
    },
    language: {
      name: words('Language at home', 'Idioma en casa'),
      members: {
        english: words('people who speak English at home', 'personas que hablan inglés en casa'),
        spanish: words('people who speak Spanish at home', 'personas que hablan español en casa'),
        other: words(
          'people who speak another language at home',
          'personas que hablan otro idioma en casa'
        )
      }
    },
    disability: {
      name: words('Disability', 'Discapacidad'),
      members: {
        yes: words(
          'people with a limiting health condition or disability',
          'personas con una condición o discapacidad que las limita'
        ),
        no: words('people without one', 'personas sin ella')
      }
    },
    income: {
      name: words('Household income', 'Ingreso del hogar'),
      members: {}
    },
    mode: {
      name: words('How people answered', 'Cómo respondieron'),
      members: {}
    },
    neighborhood: {
      name: words('Neighborhood', 'Vecindario'),
      members: {}
    }
  }
};
