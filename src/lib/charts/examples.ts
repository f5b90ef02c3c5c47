import type { ChartExample } from './definition';
import type { ChartType } from './model';
import { choroplethExamples } from './choropleth/examples';
import { dotWhiskerExamples } from './dot-whisker/examples';
import { rankedBarExamples } from './ranked-bar/examples';
import { stackedOrdinalExamples } from './stacked-ordinal/examples';

/** Every example of every chart: the gallery shows them, the tests measure them. No product page loads this. */
export const chartExamples: Record<ChartType, ChartExample[]> = {
  'ranked-bar': rankedBarExamples,
  'dot-whisker': dotWhiskerExamples,
  'stacked-ordinal': stackedOrdinalExamples,
  choropleth: choroplethExamples
};
