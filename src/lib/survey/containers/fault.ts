import type { Issue } from '$lib/base/issue';

/** A container that cannot be read, as the issue a person is told. Caught by `unpack`. */
export class ContainerFault extends Error {
  override name = 'ContainerFault';

  constructor(
    readonly code: 'XLSX_DAMAGED' | 'XLSX_EMPTY' | 'XLSX_LOCKED' | 'CONTAINER_TOO_LARGE',
    readonly params: Issue['params'] = {}
  ) {
    super(code);
  }
}
