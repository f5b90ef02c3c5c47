import type { en as english } from '../en';
import { access } from './access';
import { advocacy } from './advocacy';
import { data } from './data';
import { evidence } from './evidence';
import { explore } from './explore';
import { figures } from './figures';
import { hearings } from './hearings';
import { home } from './home';
import { needs } from './needs';
import { nextWave } from './next-wave';
import { settings } from './settings';
import { shell } from './shell';
import { weighting } from './weighting';

/** Every sentence of the product in Spanish, by area. */
export const es: typeof english = {
  shell,
  home,
  explore,
  needs,
  nextWave,
  data,
  figures,
  evidence,
  advocacy,
  hearings,
  access,
  settings,
  weighting
};
