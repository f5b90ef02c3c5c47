import { alchemer } from './alchemer';
import { brfss } from './brfss';
import { censusPulse } from './census-pulse';
import { codebook } from './codebook';
import { codedQuestions } from './coded';
import type { Head, SurveyFormat } from './format';
import { formbricks } from './formbricks';
import { generic } from './generic';
import { googleForms } from './google-forms';
import { jotform } from './jotform';
import { kobo } from './kobo';
import { limeSurveyCodes, limeSurveyCodeText, limeSurveyVv } from './limesurvey';
import { microsoftForms } from './microsoft-forms';
import { odkCentral, odkCleaned } from './odk';
import { qualtrics, qualtricsLegacy, qualtricsOneRow } from './qualtrics';
import { redcap, redcapLabels } from './redcap';
import { redcapDictionary, redcapEvents } from './redcap-dictionary';
import { koboRepeat, repeatTable } from './repeats';
import { surveyMonkey, surveyMonkeyOneRow, surveyMonkeyPandas } from './surveymonkey';
import { typeform } from './typeform';
import { xlsFormChoices, xlsFormSettings, xlsFormSurvey } from './xlsform';

/**
 * Every format we read, in the order they are asked: what nothing else can look like comes first, the
 * last one takes anything. Published tables of percentages are refused after this list (`aggregate.ts`).
 */
export const formats = [
  redcapDictionary,
  redcapEvents,
  xlsFormSurvey,
  xlsFormChoices,
  xlsFormSettings,
  codebook,
  qualtrics,
  qualtricsLegacy,
  microsoftForms,
  typeform,
  jotform,
  formbricks,
  limeSurveyVv,
  limeSurveyCodes,
  limeSurveyCodeText,
  koboRepeat,
  repeatTable,
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
  brfss,
  censusPulse,
  odkCleaned,
  codedQuestions,
  generic
] as const satisfies readonly SurveyFormat[];

/** The first format that knows these records. */
export const findFormat = (head: Head): SurveyFormat =>
  formats.find((format) => format.sniff(head)) ?? generic;
