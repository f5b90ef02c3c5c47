import { findXlsFormSheet } from '$lib/survey/xlsform';

/** Files chosen together: one survey and the sheets of its form; null when that is not so. */
export interface Chosen {
  survey: File | null;
  sheets: File[];
  /** more than one file is no sheet of a form */
  hasSeveralSurveys: boolean;
}

const headBytes = 4096;

/** Tells form sheets from the survey by their headings; the server looks again. */
export async function sortFiles(files: readonly File[]): Promise<Chosen> {
  const heads = await Promise.all(files.map((file) => file.slice(0, headBytes).text()));
  const isSheet = heads.map((text) => {
    const [line = ''] = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/, 1);
    const headings = line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"|"$/g, ''));
    return findXlsFormSheet(headings) !== null;
  });
  const surveys = files.filter((_, i) => !isSheet[i]);
  return {
    survey: surveys[0] ?? null,
    sheets: files.filter((_, i) => isSheet[i]),
    hasSeveralSurveys: surveys.length > 1
  };
}

/** How a sending ended: the server's answer, or nothing because of the network or the person. */
export type Sent =
  | { state: 'taken'; draftId: string }
  | { state: 'refused'; issues: unknown }
  | { state: 'cancelled' }
  | { state: 'lost' };

/**
 * Sends one file as the body of a PUT. Breaking off leaves nothing on the server.
 *
 * @param onSent bytes that have left this machine
 */
export function sendFile(
  address: string,
  file: File,
  signal: AbortSignal,
  onSent: (bytes: number) => void
): Promise<Sent> {
  return new Promise((resolve) => {
    // fetch cannot tell how much of a body has been sent.
    const request = new XMLHttpRequest();
    request.open('PUT', address);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () => {
      const answer = request.response as { draftId?: string; issues?: unknown } | null;
      if (answer?.draftId) resolve({ state: 'taken', draftId: answer.draftId });
      else if (answer?.issues) resolve({ state: 'refused', issues: answer.issues });
      else resolve({ state: 'lost' });
    };
    request.onerror = () => resolve({ state: 'lost' });
    request.onabort = () => resolve({ state: 'cancelled' });
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
