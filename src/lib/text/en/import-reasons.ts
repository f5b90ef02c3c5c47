/** Why a column or question is read as it is, by the code of the reason. */
export const importReasons = {
  'tool-column': 'The survey tool adds this column itself.',
  form: 'The form says what it is.',
  'as-is': 'Kept as it stands in the file.',
  'no-answers': 'No row has an answer here.',
  constant: 'Every row has the same answer.',

  id: 'Its name says id, and hardly any value comes twice.',
  'id-digits-lost':
    'A spreadsheet rounded these numbers: their last digits are lost, so they cannot tell people apart.',
  timestamp: 'Its name speaks of a start or an end, and its values are dates.',
  paradata: 'It tells how the answers were given, not what they are.',
  'attention-check': 'Its name speaks of attention, and nearly everyone gave the same answer.',
  weight: 'Its name says weight, and its values average about 1 or add up to a population.',
  'replicate-weight':
    'It is one of at least ten numbered columns that go with the weight, or are named as replicate weights are.',
  stratum: 'Its name says stratum.',
  psu: 'Its name says cluster or first sampling unit.',
  fpc: 'Its name says size of the population or stratum.',
  area: 'Its name or question speaks of a place.',

  'identifier-name': 'It looks like names of people.',
  'identifier-email': 'It looks like e-mail addresses.',
  'identifier-phone': 'It looks like phone numbers.',
  'identifier-national-id': 'It looks like numbers of identity papers.',
  'identifier-address': 'It looks like street addresses.',
  'identifier-birth-date': 'It looks like dates of birth.',
  'identifier-location': 'It looks like places on a map.',
  'identifier-ip': 'It looks like addresses of computers.',
  'identifier-device': 'It looks like numbers of devices or panels.',

  dates: 'Its values are dates.',
  numbers: 'Its values are numbers that measure or count.',
  'zero-to-ten': 'It asks whether people would recommend, from 0 to 10.',
  'rating-points': 'It asks for a rating, and its values are points.',
  'number-codes':
    'It has few whole numbers, so they may be codes for answers. Without labels nothing says which end is good.',
  'few-values': 'It has few different answers.',
  'varied-text': 'Nearly every answer is different, or long.',
  'other-specify': 'It holds the words of people who chose "other".',

  marks: 'Its columns hold a mark or nothing: people could choose several.',
  'marks-base-everyone':
    'Its columns hold a mark or "no" for everyone: who was not asked cannot be told from who chose nothing.',
  'option-column': 'It is one answer of a question with several.',
  'summary-of-options': 'It repeats what the columns of the options say.',
  'joined-choices': 'Its cells hold several answers with a separator between them.',
  'written-in': 'It is what stands in the cells beside the answers of the form.',
  'one-of-the-columns': 'No row has two of these columns filled: it is one choice, spread out.',
  matrix: 'Neighbouring columns share their question and their answers.',
  'lines-of-battery': 'Each cell holds several items with their answers, one on a line.',
  'ranking-in-cell': 'Each cell lists all options, in the order of the person.',
  rank: 'In each row the values are places 1, 2, 3 and so on, none of them twice.'
} satisfies Record<string, string>;
