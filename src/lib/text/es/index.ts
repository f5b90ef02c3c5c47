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
import { settings } from './settings';
import { shell } from './shell';

/** Every sentence of the product in Spanish, by area. */
export const es: typeof english = {
  shell,
  home,
  explore,
  needs,
  data,
  figures,
  evidence,
  advocacy,
  hearings,
  access,
  settings
};
