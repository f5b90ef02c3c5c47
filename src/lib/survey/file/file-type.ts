import type { Issue } from '$lib/base/issue';

const ascii = (bytes: Uint8Array, length: number): string =>
  String.fromCharCode(...bytes.subarray(0, length));

/**
 * The issue that refuses a file which is not delimited text at all: a workbook, an archive, a web page.
 *
 * @param head first bytes of the file, 1 KiB is plenty
 * @returns null when it may be delimited text
 */
export function findOtherFileType(head: Uint8Array): Issue | null {
  const start = ascii(head, 8);
  if (start.startsWith('PK\u0003\u0004')) return refuse('NOT_CSV_XLSX');
  if (start.startsWith('\u001f\u008b')) return refuse('NOT_CSV_GZIP');
  if (start.startsWith('$FL2') || start.startsWith('$FL3')) return refuse('NOT_CSV_SPSS');
  if (start.startsWith('%PDF')) return refuse('NOT_CSV_PDF');
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) return refuse('NOT_CSV_XLS');
  if (start.startsWith('7z\u00bc\u00af') || start.startsWith('BZh')) return refuse('NOT_CSV_GZIP');
  if (start.startsWith('<stata_d')) return refuse('NOT_CSV_STATA');
  const text = ascii(head, 1024)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (/^(<!doctype html|<html|<head|<\?xml[^>]*>\s*<!doctype html)/i.test(text))
    return refuse('NOT_CSV_HTML');
  if (/^(\[\s*[{[\]]|\{\s*["}])/.test(text)) return refuse('NOT_CSV_JSON');
  return null;
}

const refuse = (code: string): Issue => ({ code, severity: 'error', where: {}, params: {} });
