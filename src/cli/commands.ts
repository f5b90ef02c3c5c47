import { backup } from './backup';
import { codebook } from './codebook';
import type { Command } from './command';
import { estimate } from './estimate';
import { exhibit } from './exhibit-export';
import { importFile } from './import';
import { indicators } from './indicators';
import { inspect } from './inspect';
import { rake } from './rake';
import { restore } from './restore';
import { sample } from './sample';
import { setupLink } from './setup-link';
import { surveys } from './surveys';
import { template } from './template';
import { undoImport } from './undo-import';
import { verify } from './verify';

/** Every command, in the order the help shows them. */
export const commands: readonly Command[] = [
  inspect,
  importFile,
  undoImport,
  surveys,
  codebook,
  template,
  estimate,
  rake,
  indicators,
  exhibit,
  verify,
  backup,
  restore,
  sample,
  setupLink
];
