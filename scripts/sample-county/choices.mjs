/** The categories of every closed question, in English and Spanish. */
import { barriers } from './needs.mjs';
import { places } from './places.mjs';

/** @type {[string, string, string, string][]} list, name, English, Spanish */
export const choices = [
  ['yes_no', 'yes', 'Yes', 'Sí'],
  ['yes_no', 'no', 'No', 'No'],
  ['yes_no_dk', 'yes', 'Yes', 'Sí'],
  ['yes_no_dk', 'no', 'No', 'No'],
  ['yes_no_dk', 'dk', "Don't know", 'No sé'],
  ...places.map(
    ({ id, name }) =>
      /** @type {[string, string, string, string]} */ (['neighborhood', id, name, name])
  ),
  ['tenure', 'own', 'Own it, with or without a mortgage', 'Propio, con o sin hipoteca'],
  ['tenure', 'rent', 'Rent it', 'Rentado'],
  [
    'tenure',
    'no_rent',
    'Live with others and pay no rent',
    'Vivo con otras personas sin pagar renta'
  ],
  ['tenure', 'other', 'Shelter, motel or another place', 'Albergue, motel u otro lugar'],
  ['helped', 'full', 'Yes, all of it', 'Sí, toda'],
  ['helped', 'partly', 'Some of it', 'Una parte'],
  ['helped', 'no', 'No', 'No'],
  ...barriers.map(
    ({ id, en, es }) => /** @type {[string, string, string, string]} */ (['barriers', id, en, es])
  ),
  ['frequency', 'often', 'Often', 'Muchas veces'],
  ['frequency', 'sometimes', 'Sometimes', 'Algunas veces'],
  ['frequency', 'rarely', 'Rarely', 'Pocas veces'],
  ['frequency', 'never', 'Never', 'Nunca'],
  ['frequency', 'dk', "Don't know", 'No sé'],
  ['frequency', 'refused', 'Prefer not to answer', 'Prefiero no contestar'],
  ['true_often', 'often', 'Often true', 'Muchas veces cierto'],
  ['true_often', 'sometimes', 'Sometimes true', 'A veces cierto'],
  ['true_often', 'never', 'Never true', 'Nunca cierto'],
  ['true_often', 'dk', "Don't know", 'No sé'],
  ['months', 'almost_every_month', 'Almost every month', 'Casi todos los meses'],
  ['months', 'some_months', 'Some months, but not every month', 'Algunos meses, pero no todos'],
  ['months', 'one_or_two_months', 'In only 1 or 2 months', 'Solo en 1 o 2 meses'],
  ['months', 'dk', "Don't know", 'No sé'],
  ['important', '1', 'Not important', 'Nada importante'],
  ['important', '2', 'Slightly important', 'Poco importante'],
  ['important', '3', 'Somewhat important', 'Algo importante'],
  ['important', '4', 'Important', 'Importante'],
  ['important', '5', 'Very important', 'Muy importante'],
  ['satisfied', '1', 'Very dissatisfied', 'Muy insatisfecho'],
  ['satisfied', '2', 'Dissatisfied', 'Insatisfecho'],
  ['satisfied', '3', 'Neutral', 'Ni satisfecho ni insatisfecho'],
  ['satisfied', '4', 'Satisfied', 'Satisfecho'],
  ['satisfied', '5', 'Very satisfied', 'Muy satisfecho'],
  ['satisfied', 'dk', "Don't know", 'No sé'],
  ['internet', 'fixed', 'Cable, fiber or another fixed line', 'Cable, fibra u otra línea fija'],
  ['internet', 'phone', 'Only with a phone plan', 'Solo con el plan del teléfono'],
  ['internet', 'none', 'No internet at home', 'Sin internet en casa'],
  ['race', 'white', 'White', 'Blanco'],
  ['race', 'black', 'Black or African American', 'Negro o afroamericano'],
  ['race', 'hispanic', 'Hispanic or Latino', 'Hispano o latino'],
  ['race', 'asian', 'Asian', 'Asiático'],
  [
    'race',
    'native',
    'American Indian or Alaska Native',
    'Indígena estadounidense o nativo de Alaska'
  ],
  [
    'race',
    'pacific',
    'Native Hawaiian or Pacific Islander',
    'Nativo de Hawái o de las islas del Pacífico'
  ],
  ['race', 'multiple', 'More than one of these', 'Más de una de estas'],
  ['race', 'refused', 'Prefer not to answer', 'Prefiero no contestar'],
  ['language', 'english', 'English', 'Inglés'],
  ['language', 'spanish', 'Spanish', 'Español'],
  ['language', 'other', 'Another language', 'Otro idioma'],
  ['income', 'under_15', 'Under $15,000', 'Menos de $15,000'],
  ['income', '15_30', '$15,000 to $29,999', '$15,000 a $29,999'],
  ['income', '30_50', '$30,000 to $49,999', '$30,000 a $49,999'],
  ['income', '50_75', '$50,000 to $74,999', '$50,000 a $74,999'],
  ['income', '75_120', '$75,000 to $119,999', '$75,000 a $119,999'],
  ['income', '120_plus', '$120,000 or more', '$120,000 o más'],
  ['income', 'refused', 'Prefer not to answer', 'Prefiero no contestar']
];
