import type { Issue } from '$lib/base/issue';
import { cancelUpload, sendFiles, sendRest, type Arriving, type Sent } from './send-files';

/** What is being sent from a page right now, for the page to show. */
export class Sending {
  stage: 'choose' | 'sending' | 'sent' = $state('choose');
  /** bytes that have left this machine, and that will */
  sent = $state(0);
  all = $state(0);
  count = $state(0);
  isWaiting = $state(false);
  secondsLeft: number | null = $state(null);
  #breaker: AbortController | null = null;

  constructor(private readonly address: string) {}

  /**
   * Sends files and says how it ended; a cancelled new upload leaves nothing behind.
   *
   * @param to a draft the files belong to, with what of them has arrived
   */
  async send(
    files: readonly File[],
    to?: { draftId: string; arriving?: readonly Arriving[] }
  ): Promise<Sent> {
    this.#breaker = new AbortController();
    this.stage = 'sending';
    this.sent = 0;
    this.count = files.length;
    this.all = files.reduce((sum, file) => sum + file.size, 0);
    const began = Date.now();
    const there = to?.arriving?.reduce((sum, one) => sum + one.offset, 0) ?? 0;
    let draftId = to?.draftId ?? '';
    const watching = {
      signal: this.#breaker.signal,
      onSent: (bytes: number) => {
        this.sent = bytes;
        const seconds = (Date.now() - began) / 1000;
        const speed = (bytes - there) / seconds;
        this.secondsLeft = seconds > 1 && speed > 0 ? (this.all - bytes) / speed : null;
      },
      onWaiting: (isWaiting: boolean) => {
        this.isWaiting = isWaiting;
      },
      onBegun: (id: string) => {
        draftId = id;
      }
    };
    const done: Sent = await (
      to?.arriving
        ? sendRest(this.address, to.draftId, files, to.arriving, watching)
        : sendFiles(this.address, files, watching, to?.draftId)
    ).catch((): Sent => ({ state: 'lost', draftId }));
    this.stage = done.state === 'taken' ? 'sent' : 'choose';
    const isNew = to === undefined || to.arriving !== undefined;
    if ((done.state === 'cancelled' || done.state === 'refused') && isNew && draftId !== '')
      await cancelUpload(this.address, draftId);
    return done;
  }

  /** Breaks the sending off. */
  cancel(): void {
    this.#breaker?.abort();
  }
}

/** What kept files from being taken; empty when nothing did. */
export const issuesOf = (sent: Sent): Issue[] => (sent.state === 'refused' ? sent.issues : []);
