/**
 * Files whose tools we read today, as globs over the names in EXPECTED.json. What is not listed is
 * reported as not implemented, never as passed.
 */
export const implementedFiles: RegExp[] = [
  /^(kobo-names|kobo-labels)\./,
  /^odk-(safi|central-main)/,
  /^etc-kcmo/,
  /^surveymonkey-(two-header|weighted|macroman|via-pandas|expanded|condensed)/,
  /^qualtrics-(3header|legacy|numeric|choicetext)/,
  /^googleforms-/,
  /^not-microdata-/,
  /^msforms\./,
  /^typeform\./,
  /^formbricks\./,
  /^alchemer\./,
  /^limesurvey-(code|codetext)\./,
  /^redcap-(raw|labels)\./,
  /^wide-/,
  /^excel-/,
  /^(surveymonkey-cr|exceltable|surveygizmo|redcap-(simple|decimal-comma)-data)/
];

/** Edge cases we handle today, by id. */
export const implementedEdges: string[] = [
  ...['E13', 'E14', 'E15', 'E16', 'E17', 'E18', 'E19', 'E20', 'E21', 'E22', 'E23', 'E24', 'E25'],
  ...['E26', 'E27', 'E28', 'E29', 'E30', 'E31', 'E32', 'E33', 'E34', 'E35', 'E36', 'E37', 'E38'],
  ...['E39', 'E40', 'E41', 'E42', 'E43', 'E44', 'E45', 'E46', 'E47', 'E48', 'E49', 'E50', 'E51'],
  ...['E52', 'E53', 'E54', 'E55', 'E56', 'E57', 'E58', 'E59', 'E60', 'E61', 'E62', 'E63', 'E64'],
  ...['E65', 'E66', 'E67', 'E68', 'E69', 'E70', 'E71', 'E72']
];
