import type { RowFindings } from '../plan';
import type { Sheet } from '../sheet/sheet';
import { tagRows, type SurveyFormat } from './format';
import { readForm } from './reading/form-columns';

/** ODK Central main table: groups joined with "-", `SubmissionDate` first, `KEY` near the end. */
export const odkCentral: SurveyFormat = {
  id: 'odk-central',
  zone: 'UTC',
  tool: 'ODK Central',
  headerRows: 1,
  findHeaderRows: (head) => 1 + tagRows(head),
  joinsNames: true,
  checkRows: findUnread,
  system: {
    submissiondate: { role: 'timestamp' },
    start: { role: 'timestamp' },
    end: { role: 'timestamp' },
    today: { role: 'timestamp' },
    key: { role: 'id' },
    'meta-instanceid': { role: 'id' },
    instanceid: { role: 'id' },
    'meta-instancename': { role: 'paradata' },
    submitterid: { role: 'paradata' },
    submittername: { role: 'identifier', identifier: 'name' },
    attachmentspresent: { role: 'paradata' },
    attachmentsexpected: { role: 'paradata' },
    status: { role: 'paradata' },
    reviewstate: { role: 'paradata' },
    deviceid: { role: 'identifier', identifier: 'device' },
    edits: { role: 'paradata' },
    formversion: { role: 'paradata' }
  },
  sniff: ({ h }) => h.includes('SubmissionDate') && h.includes('KEY'),
  read: (sheet, form) => readForm(sheet, form, '-'),
  examples: [
    { title: 'first and last column', records: [['SubmissionDate', 'q1', 'KEY']], matches: true },
    { title: 'a child table', records: [['name', 'PARENT_KEY', 'KEY']], matches: false }
  ]
};

/** Submissions whose answers the server could not read: they have none. */
function findUnread(sheet: Sheet): RowFindings {
  const status = sheet.columns.find((column) => column.heading === 'Status');
  const findings: RowFindings = { issues: [], exclusions: [] };
  if (!status) return findings;
  sheet.rows.forEach((row, i) => {
    const said = row[status.index] ?? '';
    const line = sheet.lines[i] ?? 0;
    if (!/^(not decrypted|missing encrypted form data)$/i.test(said)) return;
    findings.exclusions.push({ line, reason: 'no-answers' });
    const where = { line, column: status.heading, columnIndex: status.index };
    findings.issues.push({
      code: 'NO_ANSWERS',
      severity: 'repaired',
      where,
      params: { status: said }
    });
  });
  return findings;
}

/** A table from the ODK family after somebody cleaned its headings. */
export const odkCleaned: SurveyFormat = {
  id: 'odk-cleaned',
  tool: 'ODK or KoboToolbox, cleaned',
  headerRows: 1,
  findHeaderRows: (head) => 1 + tagRows(head),
  joinsNames: true,
  system: {
    start: { role: 'timestamp' },
    end: { role: 'timestamp' },
    today: { role: 'timestamp' },
    instanceid: { role: 'id' },
    interview_date: { role: 'timestamp' },
    deviceid: { role: 'identifier', identifier: 'device' }
  },
  sniff: ({ h }) =>
    h.some((heading) => /^(meta[/-])?instanceid$/i.test(heading) || /[-_]latitude$/i.test(heading)),
  examples: [
    { title: 'an instance id', records: [['q1', 'instanceID']], matches: true },
    { title: 'a point', records: [['q1', 'gps_Latitude']], matches: true },
    { title: 'neither', records: [['q1', 'instance']], matches: false }
  ]
};
