import { alchemer } from './alchemer';
import { codedQuestions } from './coded';
import { formbricks } from './formbricks';
import type { Head, SurveyFormat } from './format';
import { generic } from './generic';
import { googleForms } from './google-forms';
import { jotform } from './jotform';
import { kobo } from './kobo';
import { limeSurveyCodes, limeSurveyCodeText } from './limesurvey';
import { microsoftForms } from './microsoft-forms';
import { odkCentral, odkCleaned } from './odk';
import { qualtrics, qualtricsLegacy, qualtricsOneRow } from './qualtrics';
import { redcap, redcapLabels } from './redcap';
import { surveyMonkey, surveyMonkeyOneRow, surveyMonkeyPandas } from './surveymonkey';
import { typeform } from './typeform';

/** Every format we read, in the order they are asked; the last one takes anything. */
export const formats = [
  qualtrics,
  qualtricsLegacy,
  microsoftForms,
  typeform,
  jotform,
  formbricks,
  limeSurveyCodes,
  limeSurveyCodeText,
  kobo,
  odkCentral,
  alchemer,
  qualtricsOneRow,
  redcap,
  redcapLabels,
  surveyMonkeyPandas,
  surveyMonkey,
  surveyMonkeyOneRow,
  googleForms,
  odkCleaned,
  codedQuestions,
  generic
] as const satisfies readonly SurveyFormat[];

/** The first format that knows these records. */
export const findFormat = (head: Head): SurveyFormat =>
  formats.find((format) => format.sniff(head)) ?? generic;

/** @throws RangeError when no format has the id */
export function getFormat(id: string): SurveyFormat {
  const format = formats.find((each) => each.id === id);
  if (!format) throw new RangeError(`no import format "${id}"`);
  return format;
}
