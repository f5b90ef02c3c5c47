import { access } from './access';
import { advocacy } from './advocacy';
import { change } from './change';
import { bench } from './bench';
import { data } from './data';
import { evidence } from './evidence';
import { explore } from './explore';
import { figures } from './figures';
import { hearings } from './hearings';
import { home } from './home';
import { indexes } from './indexes';
import { inventory } from './inventory';
import { methods } from './methods';
import { needs } from './needs';
import { nextWave } from './next-wave';
import { priorities } from './priorities';
import { settings } from './settings';
import { shell } from './shell';
import { weighting } from './weighting';

/** Every sentence of the product in English, by area. */
export const en = {
  shell,
  home,
  explore,
  inventory,
  methods,
  needs,
  change,
  priorities,
  indexes,
  nextWave,
  bench,
  data,
  figures,
  evidence,
  advocacy,
  hearings,
  access,
  settings,
  weighting
};
